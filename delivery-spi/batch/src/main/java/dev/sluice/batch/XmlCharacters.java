package dev.sluice.batch;

/** Which characters XML 1.0 has. */
final class XmlCharacters {
    private XmlCharacters() {}

    /** Whether the character at {@code i} may stand in XML; halves of surrogate pairs may only beside their other half. */
    static boolean has(CharSequence text, int i) {
        char c = text.charAt(i);
        if (c < ' ') {
            return c == '\t' || c == '\n' || c == '\r';
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c < '\ufffe';
    }
}
