package dev.sluice.cli.leads;

/** A line holds no lead; the message says why and quotes no personal value. */
final class UnreadableLeadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableLeadException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
