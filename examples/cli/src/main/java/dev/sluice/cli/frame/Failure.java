package dev.sluice.cli.frame;

/** The command was understood, but cannot do it; the message is for people, on as many lines as it needs. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Failure(String message) {
        super(message);
    }
}
