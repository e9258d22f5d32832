package dev.sluice.templates.internal.escape;

/** Percent-encodes all but letters, digits and {@code - . _ ~}. */
public final class UrlEscaper implements Escaper {
    private static final String HEX = "0123456789ABCDEF";
    private static final int REPLACEMENT = 0xfffd;

    @Override
    public void append(String text, StringBuilder out) {
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (point < 128 && isPlain((char) point)) {
                out.append((char) point);
            } else {
                utf8(Character.isBmpCodePoint(point) && Character.isSurrogate((char) point) ? REPLACEMENT : point, out);
            }
            i += Character.charCount(point);
        }
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    private static void utf8(int point, StringBuilder out) {
        if (point < 0x80) {
            percent(point, out);
        } else if (point < 0x800) {
            percent(0xc0 | (point >> 6), out);
            percent(0x80 | (point & 0x3f), out);
        } else if (point < 0x10000) {
            percent(0xe0 | (point >> 12), out);
            percent(0x80 | ((point >> 6) & 0x3f), out);
            percent(0x80 | (point & 0x3f), out);
        } else {
            percent(0xf0 | (point >> 18), out);
            percent(0x80 | ((point >> 12) & 0x3f), out);
            percent(0x80 | ((point >> 6) & 0x3f), out);
            percent(0x80 | (point & 0x3f), out);
        }
    }

    private static void percent(int unit, StringBuilder out) {
        out.append('%').append(HEX.charAt(unit >> 4)).append(HEX.charAt(unit & 15));
    }
}
