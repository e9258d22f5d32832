package dev.sluice.templates.internal.escape;

import org.jspecify.annotations.Nullable;

/**
 * Replaces single characters. Text without any of them, which is nearly all, is copied at once after one look; else the
 * runs between them are.
 */
public final class CharacterEscaper implements Escaper {
    private static final String HEX = "0123456789abcdef";

    private final @Nullable String[] ascii;
    private final boolean xml;
    private final boolean surrogates;

    private CharacterEscaper(@Nullable String[] ascii, boolean xml, boolean surrogates) {
        this.ascii = ascii;
        this.xml = xml;
        this.surrogates = surrogates;
    }

    /** Character references for what ends text or attributes in HTML. */
    public static Escaper html() {
        @Nullable String[] ascii = new String[128];
        ascii['&'] = "&amp;";
        ascii['<'] = "&lt;";
        ascii['>'] = "&gt;";
        ascii['"'] = "&quot;";
        ascii['\''] = "&#x27;";
        ascii['`'] = "&#x60;";
        ascii['='] = "&#x3D;";
        return new CharacterEscaper(ascii, false, false);
    }

    /** The five entities of XML; what XML 1.0 cannot hold becomes the replacement character. */
    public static Escaper xml() {
        @Nullable String[] ascii = new String[128];
        for (int c = 0; c < ' '; c++) {
            ascii[c] = c == '\t' || c == '\n' || c == '\r' ? null : "\ufffd";
        }
        ascii['&'] = "&amp;";
        ascii['<'] = "&lt;";
        ascii['>'] = "&gt;";
        ascii['"'] = "&quot;";
        ascii['\''] = "&apos;";
        return new CharacterEscaper(ascii, true, true);
    }

    /** For the inside of a JSON string; halves of surrogate pairs are written as escapes. */
    public static Escaper json() {
        @Nullable String[] ascii = new String[128];
        for (int c = 0; c < ' '; c++) {
            ascii[c] = unicode((char) c);
        }
        ascii['\b'] = "\\b";
        ascii['\f'] = "\\f";
        ascii['\n'] = "\\n";
        ascii['\r'] = "\\r";
        ascii['\t'] = "\\t";
        ascii['"'] = "\\\"";
        ascii['\\'] = "\\\\";
        return new CharacterEscaper(ascii, false, true);
    }

    private static String unicode(char c) {
        return "\\u" + HEX.charAt(c >> 12) + HEX.charAt((c >> 8) & 15) + HEX.charAt((c >> 4) & 15) + HEX.charAt(c & 15);
    }

    @Override
    public void append(String text, StringBuilder out) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 128 ? ascii[c] != null : c >= Character.MIN_SURROGATE && replacement(text, i) != null) {
                out.append(text, 0, i);
                appendFrom(i, text, out);
                return;
            }
        }
        out.append(text);
    }

    private void appendFrom(int start, String text, StringBuilder out) {
        int run = start;
        for (int i = start; i < text.length(); i++) {
            String replacement = replacement(text, i);
            if (replacement != null) {
                out.append(text, run, i).append(replacement);
                run = i + 1;
            }
        }
        out.append(text, run, text.length());
    }

    private @Nullable String replacement(String text, int i) {
        char c = text.charAt(i);
        if (c < 128) {
            return ascii[c];
        }
        if (xml && c >= '\ufffe') {
            return "\ufffd";
        }
        return surrogates && isUnpaired(text, i, c) ? (xml ? "\ufffd" : unicode(c)) : null;
    }

    private static boolean isUnpaired(String text, int i, char c) {
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
