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
public record HttpIntake(Flow flow, InboundCodec codec) {
    private static final String PATH = "/sources/";

    /** Serves on the local port {@code port}, 0 for any, with the host's threads; stop what it gives. */
    public HttpServer serve(int port, Executor threads) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.createContext(PATH, this::handle);
        server.setExecutor(threads);
        server.start();
        return server;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = codec.readBody(exchange.getRequestBody());
            InboundRequest request = InboundRequest.of(
                            exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body)
                    .from(exchange.getRemoteAddress().getAddress().getHostAddress());
            InboundResponse response = codec.exchange(flow, request.nameBelow(PATH), request);
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), response.body().length);
            exchange.getResponseBody().write(response.body());
        }
    }
}
