package dev.sluice.inbound;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP response for a server to send.
 *
 * @param status of HTTP
 * @param headers in the order in which they were set; the length of the body is the server's to say
 * @param text the body; its {@link #body()} is UTF-8
 */
public record InboundResponse(int status, Map<String, String> headers, String text) {
    public InboundResponse {
        requireNonNull(text, "text");
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** The body in UTF-8. */
    public byte[] body() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    InboundResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new InboundResponse(status, more, text);
    }
}
