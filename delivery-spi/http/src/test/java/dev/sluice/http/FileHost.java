package dev.sluice.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.delivery.testkit.BreakingRelay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real web server on this machine that keeps what is put to it, whole files only. */
final class FileHost implements AutoCloseable {
    private final HttpServer server;
    private final BreakingRelay relay;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<Map<String, List<String>>> heads = new CopyOnWriteArrayList<>();
    private volatile int status = 201;

    FileHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::take);
        server.start();
        relay = BreakingRelay.to(server.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            heads.add(new TreeMap<>(exchange.getRequestHeaders()));
            boolean whole = Long.toString(bytes.length)
                    .equals(exchange.getRequestHeaders().getFirst("Content-length"));
            if (whole && status == 201) {
                String path = exchange.getRequestURI().getRawPath();
                String name = path.substring(path.lastIndexOf('/') + 1);
                files.put(URLDecoder.decode(name, StandardCharsets.UTF_8), bytes);
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    int port() {
        return relay.port();
    }

    BreakingRelay network() {
        return relay;
    }

    void answering(int with) {
        status = with;
    }

    Map<String, byte[]> files() {
        return files;
    }

    /** The head of the last request, names in their usual spelling. */
    Map<String, List<String>> head() {
        return heads.get(heads.size() - 1);
    }

    @Override
    public void close() throws IOException {
        relay.close();
        server.stop(0);
    }
}
