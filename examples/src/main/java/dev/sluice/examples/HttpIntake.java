package dev.sluice.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.Flow;
import dev.sluice.inbound.InboundCodec;
import dev.sluice.inbound.InboundRequest;
import dev.sluice.inbound.InboundResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;

/** Takes leads at {@code /sources/<source>} and pings at {@code /sources/<source>/ping}, on the server of the JDK. */
public final class HttpIntake {
    private static final String PATH = "/sources/";
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private HttpIntake() {}

    /** Serves {@code flow} on the local port {@code port}, 0 for any, with the host's threads; stop what it gives. */
    public static HttpServer serve(Flow flow, int port, Executor threads) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.createContext(PATH, exchange -> handle(flow, exchange));
        server.setExecutor(threads);
        server.start();
        return server;
    }

    private static void handle(Flow flow, HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            InboundRequest request = InboundRequest.of(
                            exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body)
                    .from(exchange.getRemoteAddress().getAddress().getHostAddress());
            String source = request.path().substring(PATH.length()).split("/", 2)[0];
            InboundResponse response = InboundCodec.standard().exchange(flow, source, request);
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), response.body().length);
            exchange.getResponseBody().write(response.body());
        }
    }
}
