package dev.sluice.inbound;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as a server got it.
 *
 * @param method as it was sent: {@code GET}
 * @param path before the question mark; one that ends with {@code /ping} is a ping
 * @param query after the question mark, still encoded; empty for none
 * @param headers by name in any case; a header that stands several times has several values
 * @param body not copied; empty for none
 * @param ip who sent it, as far as the server trusts to know; null when it does not
 */
public record InboundRequest(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        byte[] body,
        @Nullable String ip) {
    public InboundRequest {
        requireNonNull(method, "method");
        requireNonNull(path, "path");
        requireNonNull(query, "query");
        requireNonNull(body, "body");
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> byName.merge(name, List.copyOf(values), InboundRequest::both));
        headers = byName;
    }

    private static List<String> both(List<String> some, List<String> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    /** A request to {@code uri} from nobody in particular. */
    public static InboundRequest of(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return new InboundRequest(method, path, query, headers, body, null);
    }

    /** This request as sent from the address {@code address}. */
    public InboundRequest from(String address) {
        return new InboundRequest(method, path, query, headers, body, requireNonNull(address, "address"));
    }

    /**
     * The first name of the path behind {@code prefix}, as it is written there; empty when there is none. With the prefix
     * {@code /sources/} it is {@code web} in {@code /sources/web/ping}.
     */
    public String nameBelow(String prefix) {
        return path.startsWith(prefix) ? path.substring(prefix.length()).split("/", 2)[0] : "";
    }

    /** The first value of a header; its name in any case. */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** Whether this asks for a price only. */
    public boolean isPing() {
        return path.endsWith("/ping");
    }

    /** The method and the path, never a header, the query or the body. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
