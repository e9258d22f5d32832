package dev.sluice.inbound;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of a {@code Content-Type}.
 *
 * @param name type and subtype in lower case
 * @param charset null when none is given
 */
record MediaType(String name, @Nullable Charset charset) {

    static MediaType of(String header) {
        String[] parts = header.split(";", -1);
        Charset charset = null;
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].strip();
            if (part.regionMatches(true, 0, "charset=", 0, 8)) {
                charset = charset(part.substring(8).strip());
            }
        }
        return new MediaType(parts[0].strip().toLowerCase(Locale.ROOT), charset);
    }

    static Charset charset(String given) {
        String name = given.length() > 1 && given.startsWith("\"") && given.endsWith("\"")
                ? given.substring(1, given.length() - 1)
                : given;
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new Unreadable(415, "Unsupported charset");
        }
    }
}
