package dev.sluice.batch;

import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/** Text that an encoding has characters for; what it has none for stands as an escape that says which it was. */
final class Encodable {
    private static final String HEX = "0123456789abcdef";
    private static final int ASCII = 0x80;

    private final CharsetEncoder encoder;

    Encodable(Charset encoding) {
        this.encoder = encoding.newEncoder();
    }

    /** Whether every character of ASCII can be written. */
    boolean hasAscii() {
        for (char c = 0; c < ASCII; c++) {
            if (!encoder.canEncode(c)) {
                return false;
            }
        }
        return true;
    }

    /** The same text when all of it can be written. */
    String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return encoder.canEncode(text) ? text : escaped(text);
            }
        }
        return text;
    }

    private String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int next = i + Character.charCount(text.codePointAt(i));
            if (encoder.canEncode(CharBuffer.wrap(text, i, next))) {
                out.append(text, i, next);
            } else {
                text.substring(i, next).chars().forEach(c -> escape(out, (char) c));
            }
            i = next;
        }
        return out.toString();
    }

    static void escape(StringBuilder out, char c) {
        out.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt((c >> 8) & 15));
        out.append(HEX.charAt((c >> 4) & 15)).append(HEX.charAt(c & 15));
    }
}
