package dev.sluice.cli;

/** The command was called in a way it does not understand; the message is one line for the caller. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
