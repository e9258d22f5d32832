package dev.sluice.http.internal.body;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

/** Fields as {@code name=value} pairs: names keep their dots, arrays repeat the name, null is empty. */
public final class FormText {
    private static final String UNRESERVED = "-_.!~*'()";
    private static final String HEX = "0123456789ABCDEF";
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    private FormText() {}

    /** The pairs with names and values encoded. */
    public static String encoded(List<Field> fields) {
        return pairs(fields, true);
    }

    /** The pairs with names as they are; for recipients that read names without decoding them. */
    public static String rawNames(List<Field> fields) {
        return pairs(fields, false);
    }

    private static String pairs(List<Field> fields, boolean encodeNames) {
        StringJoiner pairs = new StringJoiner("&");
        for (Field field : fields) {
            String name = String.join(".", named(field.words()));
            pairs.add((encodeNames ? encode(name) : name) + "=" + encode(field.text()));
        }
        return pairs.toString();
    }

    /** The words without places of arrays at the end. */
    private static List<String> named(List<String> words) {
        int end = words.size();
        while (end > 1 && Words.isPlace(words.get(end - 1))) {
            end--;
        }
        return words.subList(0, end);
    }

    /** {@code text} in percent-encoded UTF-8; letters, digits and {@code - _ . ! ~ * ' ( )} stay. */
    public static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> encode(point, out));
        return out.toString();
    }

    private static void encode(int point, StringBuilder out) {
        if (point < 0x80 && (Character.isLetterOrDigit(point) || UNRESERVED.indexOf(point) >= 0)) {
            out.append((char) point);
            return;
        }
        boolean alone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        for (byte b : alone ? REPLACEMENT : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
        }
    }
}
