package dev.sluice.types.internal.mail;

/** Characters that copying leaves in an address and nobody sees: zero-width ones, the word joiner, the soft hyphen, the byte-order mark. */
final class Invisible {
    private static final String CHARACTERS = "\u200b\u200c\u200d\u2060\u00ad\ufeff";

    private Invisible() {}

    /** {@code text} without them. */
    static String dropFrom(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (CHARACTERS.indexOf(text.charAt(i)) < 0) {
                visible.append(text.charAt(i));
            }
        }
        return visible.length() == text.length() ? text : visible.toString();
    }
}
