package dev.sluice.http;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.OutgoingFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request, ready to be sent. Immutable. It holds a lead's values and secrets, which {@link #toString} does not show.
 */
public final class Request {
    private final String method;
    private final String url;
    private final Headers headers;
    private final @Nullable String body;
    private final @Nullable OutgoingFile file;

    private Request(String method, String url, Headers headers, @Nullable String body, @Nullable OutgoingFile file) {
        this.method = requireNonNull(method, "method");
        this.url = requireNonNull(url, "url");
        this.headers = requireNonNull(headers, "headers");
        this.body = body;
        this.file = file;
    }

    /** A request without a body. */
    public static Request of(String method, String url, Headers headers) {
        return new Request(method, url, headers, null, null);
    }

    /** This request with a body, which is sent in UTF-8. */
    public Request body(String text) {
        return new Request(method, url, headers, requireNonNull(text, "body"), null);
    }

    /** This request with the bytes of a file as its body, which are read while they are sent. */
    public Request file(OutgoingFile content) {
        return new Request(method, url, headers, null, requireNonNull(content, "content"));
    }

    /** This request with other headers. */
    public Request headers(Headers other) {
        return new Request(method, url, other, body, file);
    }

    public String method() {
        return method;
    }

    /** Where it goes, with its query. */
    public String url() {
        return url;
    }

    /** All headers but those that the transport sets: {@code Host}, {@code Content-Length}, {@code Connection}. */
    public Headers headers() {
        return headers;
    }

    /** The body as text. */
    public Optional<String> body() {
        return Optional.ofNullable(body);
    }

    /** The file whose bytes are the body. */
    public Optional<OutgoingFile> file() {
        return Optional.ofNullable(file);
    }

    /** The body as it is sent; empty without one, and for a file. */
    public byte[] bytes() {
        return body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + headers + " with " + bytes().length + " bytes";
    }
}
