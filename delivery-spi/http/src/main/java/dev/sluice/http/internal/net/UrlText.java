package dev.sluice.http.internal.net;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The part of an address behind its host. */
public final class UrlText {
    private static final String LEGAL = "-._~:/?[]@!$&'()*+,;=";
    private static final String HEX = "0123456789ABCDEF";

    private UrlText() {}

    /** {@code written} with a path, without a fragment, and with what is not legal percent-encoded. */
    public static String rest(@Nullable String written) {
        String all = written == null ? "" : written;
        int fragment = all.indexOf('#');
        String sent = fragment < 0 ? all : all.substring(0, fragment);
        StringBuilder out = new StringBuilder(sent.startsWith("/") ? "" : "/");
        for (int i = 0; i < sent.length(); i++) {
            char c = sent.charAt(i);
            if (isLegal(c) || (c == '%' && isEscape(sent, i))) {
                out.append(c);
            } else {
                i += encode(sent, i, out);
            }
        }
        return out.toString();
    }

    private static boolean isLegal(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || LEGAL.indexOf(c) >= 0;
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    /** Encodes the character at {@code at}, and tells how many more places it takes than one. */
    private static int encode(String text, int at, StringBuilder out) {
        int point = text.codePointAt(at);
        for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
        }
        return Character.charCount(point) - 1;
    }
}
