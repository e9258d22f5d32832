package dev.sluice.inbound;

import dev.sluice.types.Obj;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Names and values as forms and queries write them. */
final class FormBody {
    private final InboundLimits limits;
    private final Charset charset;
    private final String what;

    /** @param what is read, for messages: {@code form} or {@code query} */
    FormBody(InboundLimits limits, Charset charset, String what) {
        this.limits = limits;
        this.charset = charset;
        this.what = what;
    }

    /** Names that stand several times become arrays; names with dots become objects. */
    Obj read(String encoded) {
        Nesting nesting = new Nesting(limits);
        parameters(encoded, nesting::add);
        return nesting.done();
    }

    /** The first value of each parameter, by its whole name. */
    Map<String, String> firsts(String encoded) {
        Map<String, String> firsts = new HashMap<>();
        parameters(encoded, firsts::putIfAbsent);
        return firsts;
    }

    private void parameters(String encoded, BiConsumer<String, String> taker) {
        int count = 0;
        int from = 0;
        while (from <= encoded.length()) {
            int end = encoded.indexOf('&', from);
            end = end < 0 ? encoded.length() : end;
            if (end > from) {
                if (++count > limits.names()) {
                    throw new Unreadable(413, "The " + what + " has more than " + limits.names() + " parameters");
                }
                parameter(encoded.substring(from, end), taker);
            }
            from = end + 1;
        }
    }

    private void parameter(String pair, BiConsumer<String, String> taker) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        if (name.length() > limits.name()) {
            throw new Unreadable(413, "A name in the " + what + " is longer than " + limits.name() + " characters");
        }
        taker.accept(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }

    /** Plus signs are blanks; a percent sign that escapes nothing stays. */
    private String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int escaped = c == '%' ? escaped(text, i) : -1;
            if (escaped >= 0) {
                bytes.write(escaped);
                i += 2;
            } else {
                flush(bytes, plain);
                plain.append(c == '+' ? ' ' : c);
            }
        }
        flush(bytes, plain);
        return plain.toString();
    }

    private void flush(ByteArrayOutputStream bytes, StringBuilder plain) {
        if (bytes.size() > 0) {
            plain.append(Decoding.text(bytes.toByteArray(), charset, what));
            bytes.reset();
        }
    }

    private static int escaped(String text, int percent) {
        if (percent + 2 >= text.length()) {
            return -1;
        }
        int high = hex(text.charAt(percent + 1));
        int low = hex(text.charAt(percent + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int hex(char digit) {
        return digit < 128 ? Character.digit(digit, 16) : -1;
    }
}
