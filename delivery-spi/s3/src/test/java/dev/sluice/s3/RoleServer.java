package dev.sluice.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;

/** Gives the keys of {@link S3Server} to who asks as {@code AKIDHOST} for a role, with the external id that its owner wants. */
final class RoleServer implements AutoCloseable {
    static final String EXTERNAL_ID = "sluice-4711";

    private final HttpServer server;
    final List<String> asked = new ArrayList<>();

    RoleServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = URLDecoder.decode(new String(exchange.getRequestBody().readAllBytes(), UTF_8), UTF_8);
        String signature = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        asked.add(form);
        boolean known = signature.contains("Credential=AKIDHOST/") && form.contains("ExternalId=" + EXTERNAL_ID);
        byte[] body = (known ? granted() : "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>")
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 403, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String granted() {
        return "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><Credentials>"
                + "<AccessKeyId>" + S3Server.ACCESS + "</AccessKeyId><SecretAccessKey>" + S3Server.SECRET
                + "</SecretAccessKey><SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>"
                + "</Credentials></AssumeRoleResult></AssumeRoleResponse>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
