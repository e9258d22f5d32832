package dev.sluice.http.internal.answer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a body says that it is.
 *
 * @param type such as {@code application/json}; lower case, empty when nothing is said
 * @param charset the charset, when it names one that is known
 */
public record ContentType(String type, Optional<Charset> charset) {
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._:-]{1,40})");
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})");
    private static final int DECLARATION = 200;

    /** Reads the value of a header. */
    public static ContentType of(String header) {
        int end = header.indexOf(';');
        String type = (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        if (end < 0) {
            return new ContentType(type, Optional.empty());
        }
        Matcher named = CHARSET.matcher(header.toLowerCase(Locale.ROOT));
        return new ContentType(type, named.find() ? known(named.group(1)) : Optional.empty());
    }

    private static Optional<Charset> known(@Nullable String name) {
        try {
            return Optional.of(Charset.forName(String.valueOf(name)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** {@code body} as text: by the charset of the header, the byte order mark, the XML declaration, or as UTF-8. */
    public String decode(byte[] body) {
        Charset used = charset.orElseGet(() -> guessed(body));
        String text = new String(body, used);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Whether {@code body} may begin with a declaration at all; JSON does not. */
    private static boolean beginsWithMark(byte[] body) {
        int at = 0;
        while (at < body.length && Character.isWhitespace(body[at])) {
            at++;
        }
        return at < body.length && body[at] == '<';
    }

    private static Charset guessed(byte[] body) {
        if (body.length > 1 && (body[0] & 0xFF) == 0xFE && (body[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (body.length > 1 && (body[0] & 0xFF) == 0xFF && (body[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (!beginsWithMark(body)) {
            return StandardCharsets.UTF_8;
        }
        String start = new String(body, 0, Math.min(body.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(start);
        return declared.find() ? known(declared.group(1)).orElse(StandardCharsets.UTF_8) : StandardCharsets.UTF_8;
    }
}
