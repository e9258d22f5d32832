package dev.sluice.cli.frame;

/** The command was called in a way it does not understand; the message is one line for the caller. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
