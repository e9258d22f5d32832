package dev.sluice.types.internal.mail;

/**
 * A mail address in its normal form.
 *
 * @param text the whole address
 * @param at where the last {@code @} stands
 */
record Address(String text, int at) {
    static final int LONGEST_USER = 64;

    static Address of(String user, String domain) {
        return new Address(user + "@" + domain, user.length());
    }

    /** What stands before the last {@code @}. */
    String user() {
        return text.substring(0, at);
    }

    /** What stands behind it. */
    String domain() {
        return text.substring(at + 1);
    }

    /** Whether the domain is an address in square brackets. */
    boolean isLiteral() {
        return text.charAt(at + 1) == '[';
    }
}
