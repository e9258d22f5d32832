package dev.sluice.types.internal.web;

import java.nio.charset.StandardCharsets;

/** Which characters of a part of a web address are written as {@code %XX}; all that is not printable ASCII always is. */
enum PercentEncoding {
    PATH(" \"#<>?`{}"),
    QUERY(" \"#<>'"),
    HASH(" \"<>`"),
    USER_INFO(" \"#<>?`{}/:;=@[\\]^|");

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final boolean[] encoded = new boolean[128];

    PercentEncoding(String encoded) {
        for (int c = 0; c < this.encoded.length; c++) {
            this.encoded[c] = c < ' ' || c == 127 || encoded.indexOf(c) >= 0;
        }
    }

    /** {@code text} with those characters encoded; the very same text when there are none. */
    String encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || encoded[c]) {
                return encodeFrom(text, i);
            }
        }
        return text;
    }

    private String encodeFrom(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
        int at = from;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (point < 128 && !encoded[point]) {
                out.append((char) point);
            } else {
                append(out, point);
            }
            at += Character.charCount(point);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int point) {
        boolean alone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        String character = alone ? "\ufffd" : Character.toString(point);
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
        }
    }
}
