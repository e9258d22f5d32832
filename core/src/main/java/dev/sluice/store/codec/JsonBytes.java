package dev.sluice.store.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON in UTF-8, written front to back. Half a surrogate pair, which UTF-8 cannot hold and parsers refuse, is written as
 * {@link #HALF} and four hexadecimal digits, so that any text survives.
 */
final class JsonBytes {
    private static final String HEX = "0123456789abcdef";

    /** A code point that no text uses; where one does, it is written like a half. */
    private static final char HALF = '\ufdd0';

    /** What Latin-1 has in the place of a character that it lacks. */
    private static final char UNKNOWN = '?';

    private static final boolean[] PLAIN = plain();

    private byte[] bytes = new byte[512];
    private int size;

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    JsonBytes open(char bracket) {
        separate();
        put(bracket);
        return this;
    }

    JsonBytes close(char bracket) {
        put(bracket);
        return this;
    }

    JsonBytes name(String name) {
        text(name);
        put(':');
        return this;
    }

    /** A name as {@link #known} gives it. */
    JsonBytes name(byte[] known) {
        separate();
        room(known.length);
        System.arraycopy(known, 0, bytes, size, known.length);
        size += known.length;
        return this;
    }

    /** A name that is written again and again. */
    static byte[] known(String name) {
        return new JsonBytes().name(name).toBytes();
    }

    /** A literal: a number, {@code true}, {@code null}. */
    JsonBytes token(String ascii) {
        separate();
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    JsonBytes text(String text) {
        separate();
        put('"');
        int i = plain(text);
        while (i < text.length()) {
            i += character(text, i);
        }
        put('"');
        return this;
    }

    /** Writes the characters before the first that is not written as itself, and says how many they are. */
    private int plain(String text) {
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        int length = 0;
        while (length < latin.length
                && PLAIN[latin[length] & 0xFF]
                && (latin[length] != UNKNOWN || text.charAt(length) == UNKNOWN)) {
            length++;
        }
        room(length);
        System.arraycopy(latin, 0, bytes, size, length);
        size += length;
        return length;
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[256];
        Arrays.fill(plain, ' ', '~' + 1, true);
        plain['"'] = false;
        plain['\\'] = false;
        return plain;
    }

    private void separate() {
        if (size > 0) {
            byte last = bytes[size - 1];
            if (last != '{' && last != '[' && last != ':') {
                put(',');
            }
        }
    }

    /** Writes the character at {@code i} and says how many UTF-16 units it takes. */
    private int character(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x80) {
            ascii(c);
            return 1;
        }
        if (!Character.isSurrogate(c) && c != HALF) {
            beyondAscii(c);
            return 1;
        }
        boolean pair =
                Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        if (pair) {
            beyondAscii(text.codePointAt(i));
            return 2;
        }
        beyondAscii(HALF);
        hex(c);
        return 1;
    }

    /** The text that was written as {@code text}, whose JSON escapes the parser has undone. */
    static String unescaped(String text) {
        int half = text.indexOf(HALF);
        if (half < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (half >= 0 && half + 5 <= text.length()) {
            out.append(text, from, half).append((char) Integer.parseInt(text, half + 1, half + 5, 16));
            from = half + 5;
            half = text.indexOf(HALF, from);
        }
        return out.append(text, from, text.length()).toString();
    }

    private void ascii(char c) {
        if (c == '"' || c == '\\') {
            put('\\');
            put(c);
        } else if (c < ' ') {
            escaped(c);
        } else {
            put(c);
        }
    }

    private void escaped(char c) {
        put('\\');
        put('u');
        hex(c);
    }

    private void hex(char c) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            put(HEX.charAt((c >> shift) & 15));
        }
    }

    private void beyondAscii(int c) {
        room(4);
        if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | (c >> 6));
        } else {
            if (c < 0x10000) {
                bytes[size++] = (byte) (0xE0 | (c >> 12));
            } else {
                bytes[size++] = (byte) (0xF0 | (c >> 18));
                bytes[size++] = (byte) (0x80 | ((c >> 12) & 0x3F));
            }
            bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        }
        bytes[size++] = (byte) (0x80 | (c & 0x3F));
    }

    private void put(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
