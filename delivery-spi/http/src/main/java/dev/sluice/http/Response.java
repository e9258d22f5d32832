package dev.sluice.http;

import static java.util.Objects.requireNonNull;

import dev.sluice.http.internal.answer.ContentType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient answered. Immutable; {@link #toString} shows the status only.
 */
public final class Response {
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    private final int status;
    private final Headers headers;
    private final byte[] body;
    private final boolean cut;
    /** Read once; threads that race for it read the same. */
    private @Nullable String text;

    private Response(int status, Headers headers, byte[] body, boolean cut) {
        this.status = status;
        this.headers = requireNonNull(headers, "headers");
        this.body = body;
        this.cut = cut;
    }

    /** An answer that came whole. The array is not copied. */
    public static Response of(int status, Headers headers, byte[] body) {
        return new Response(status, headers, body, false);
    }

    /** An answer that came whole, its body in UTF-8 unless the headers name another charset. */
    public static Response of(int status, Headers headers, String body) {
        byte[] bytes = body.getBytes(
                ContentType.of(headers.get("Content-Type").orElse("")).charset().orElse(StandardCharsets.UTF_8));
        return of(status, headers, bytes);
    }

    /** This answer as one whose body is longer than what was read of it. */
    public Response cut() {
        return new Response(status, headers, body, true);
    }

    public int status() {
        return status;
    }

    boolean isSuccess() {
        return status >= OK && status < REDIRECT;
    }

    public Headers headers() {
        return headers;
    }

    /** Whether the body is longer than what was read of it. */
    public boolean isCut() {
        return cut;
    }

    /** The body as text, in the charset that it says it has; what cannot be read becomes U+FFFD. */
    public String text() {
        String known = text;
        if (known == null) {
            known = ContentType.of(headers.get("Content-Type").orElse("")).decode(body);
            text = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return "answer " + status;
    }
}
