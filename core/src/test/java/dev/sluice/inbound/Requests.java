package dev.sluice.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.json.ValueJson;
import dev.sluice.types.Obj;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests as tests write them, and what the codec makes of them. */
final class Requests {
    private Requests() {}

    static InboundRequest get(String uri, String... headers) {
        return request("GET", uri, "", headers);
    }

    static InboundRequest post(String type, String body, String... headers) {
        return postTo("/flows/f/sources/s/submit", type, body, headers);
    }

    static InboundRequest postTo(String uri, String type, String body, String... headers) {
        return withHeader(request("POST", uri, body, headers), "Content-Type", type);
    }

    static InboundRequest request(String method, String uri, String body, String... headers) {
        Map<String, List<String>> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        return InboundRequest.of(method, URI.create(uri), all, body.getBytes(StandardCharsets.UTF_8));
    }

    static InboundRequest withHeader(InboundRequest request, String name, String value) {
        Map<String, List<String>> more = new HashMap<>(request.headers());
        more.put(name, List.of(value));
        return new InboundRequest(
                request.method(), request.path(), request.query(), more, request.body(), request.ip());
    }

    static InboundRequest withBody(InboundRequest request, byte[] body) {
        return new InboundRequest(
                request.method(), request.path(), request.query(), request.headers(), body, request.ip());
    }

    static Inbound.Given given(InboundRequest request) {
        return given(InboundCodec.standard(), request);
    }

    static Inbound.Given given(InboundCodec codec, InboundRequest request) {
        Inbound read = codec.read("s", request);
        assertThat(read).isInstanceOf(Inbound.Given.class);
        return (Inbound.Given) read;
    }

    /** The data of the lead as JSON. */
    static String lead(InboundRequest request) {
        return json(given(request));
    }

    static String json(Inbound.Given given) {
        return ValueJson.write(Obj.of(given.lead().data()));
    }

    static InboundResponse refused(InboundRequest request) {
        return refused(InboundCodec.standard(), request);
    }

    static InboundResponse refused(InboundCodec codec, InboundRequest request) {
        Inbound read = codec.read("s", request);
        assertThat(read).isInstanceOf(Inbound.Refused.class);
        return ((Inbound.Refused) read).response();
    }
}
