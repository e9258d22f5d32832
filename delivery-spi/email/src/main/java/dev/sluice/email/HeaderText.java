package dev.sluice.email;

/** Text that stands in the head of a message, where a line break would begin another header. */
final class HeaderText {
    private static final int LONGEST = 998;

    private HeaderText() {}

    /**
     * {@code text} without white space around it.
     *
     * @throws InvalidMailException when it has line breaks or control characters, or is too long
     */
    static String of(String text, String pointer) {
        String trimmed = text.strip();
        if (trimmed.chars().anyMatch(HeaderText::isControl)) {
            throw new InvalidMailException(pointer, "it has line breaks or control characters; leave them out");
        }
        if (trimmed.length() > LONGEST) {
            throw new InvalidMailException(pointer, "it has more than " + LONGEST + " characters; shorten it");
        }
        return trimmed;
    }

    private static boolean isControl(int c) {
        return c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    }
}
