package dev.sluice.delivery.testkit;

import dev.sluice.delivery.testkit.ScriptedBuyerServer.Received;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads requests as a client of ours sends them: with a length, not in chunks. */
final class HttpRequestReader {
    private static final int LONGEST_HEAD = 65_536;
    private static final int LONGEST_BODY = 16 * 1_048_576;

    private HttpRequestReader() {}

    /** The next request; empty at the end of the connection. */
    static Optional<Received> read(InputStream in) throws IOException {
        Optional<String> head = head(in);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        String[] lines = head.get().split("\r\n", -1);
        String[] first = lines[0].split(" ", 3);
        Map<String, String> headers = headers(lines);
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (first.length < 2 || length < 0 || length > LONGEST_BODY) {
            throw new IOException("this is no request that can be read");
        }
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return Optional.of(
                new Received(first[0], first[1], headers.getOrDefault("idempotency-key", ""), headers, body));
    }

    private static Optional<String> head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ended = 0;
        while (ended < 4 && head.size() < LONGEST_HEAD) {
            int b = in.read();
            if (b < 0) {
                return Optional.empty();
            }
            head.write(b);
            boolean isNext = b == (ended % 2 == 0 ? '\r' : '\n');
            ended = isNext ? ended + 1 : b == '\r' ? 1 : 0;
        }
        return Optional.of(head.toString(StandardCharsets.UTF_8).strip());
    }

    private static Map<String, String> headers(String[] lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        return headers;
    }
}
