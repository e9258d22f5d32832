package dev.sluice.types.internal.mail;

/**
 * A mail address in its normal form.
 *
 * @param text the whole address
 * @param user what stands before the last {@code @}
 * @param domain what stands behind it
 */
record Address(String text, String user, String domain) {
    static final int LONGEST_USER = 64;

    /** Whether the domain is an address in square brackets. */
    boolean isLiteral() {
        return domain.charAt(0) == '[';
    }
}
