package dev.sluice.cli;

/** The command was understood, but cannot do it; the message is for people, on as many lines as it needs. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message);
    }
}
