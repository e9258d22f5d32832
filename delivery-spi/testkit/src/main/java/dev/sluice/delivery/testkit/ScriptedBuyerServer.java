package dev.sluice.delivery.testkit;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.testkit.ScriptedBuyer.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A buyer behind HTTP on this machine that answers as it was told and remembers what it got. The replies are used in their
 * order, the last one for ever. It honours {@code Idempotency-Key}: a lead that it has taken is taken once, however often it
 * comes.
 *
 * <p>It speaks over bare sockets, so that a lost reply is a connection that ends, and a slow one drips a byte now and then
 * until the other side goes away. Its own threads end with {@link #close()}; safe on any thread.
 */
public final class ScriptedBuyerServer implements AutoCloseable {
    private static final Duration DRIP = Duration.ofMillis(50);

    private final ServerSocket server;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Reply> replies;
    private final Set<Socket> open = new CopyOnWriteArraySet<>();
    private final List<Received> received = new ArrayList<>();
    private final Map<String, String> taken = new LinkedHashMap<>();

    private ScriptedBuyerServer(List<Reply> replies) {
        this.replies = replies;
        try {
            this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new IllegalStateException("this machine gives no port", none);
        }
        daemon("buyer", this::accept);
    }

    /** One request. {@code key} is empty when it has none. */
    public record Received(String method, String path, String key, Map<String, String> headers, String body) {
        public Received {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }

    /** A buyer with these replies, on a port of its own. */
    public static ScriptedBuyerServer replying(Reply first, Reply... then) {
        List<Reply> replies = new ArrayList<>();
        replies.add(requireNonNull(first, "first"));
        replies.addAll(List.of(then));
        return new ScriptedBuyerServer(List.copyOf(replies));
    }

    /** A buyer that takes every lead. */
    public static ScriptedBuyerServer accepting() {
        return replying(Reply.ACCEPT);
    }

    /** Where leads go: {@code http://127.0.0.1:<port>/leads}. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/leads";
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Every request in its order. */
    public List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    /** What it took, as it came, by delivery key. */
    public Map<String, String> taken() {
        synchronized (received) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(taken));
        }
    }

    private static void daemon(String name, Runnable action) {
        Thread thread = new Thread(action, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                daemon("buyer of one", () -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Optional<Received> request = HttpRequestReader.read(socket.getInputStream());
            while (request.isPresent() && answer(remembered(request.get()), request.get(), socket)) {
                request = HttpRequestReader.read(socket.getInputStream());
            }
        } catch (IOException gone) {
            // The other side went away, as it does when a reply is slow.
        } finally {
            open.remove(socket);
        }
    }

    /** Keeps {@code request}, and what was taken with it, in one step. */
    private Reply remembered(Received request) {
        synchronized (received) {
            Reply reply = replies.get(Math.min(received.size(), replies.size() - 1));
            received.add(request);
            if (reply == Reply.ACCEPT || reply == Reply.LOSE_REPLY || reply == Reply.SLOW) {
                taken.putIfAbsent(request.key(), request.body());
            }
            return reply;
        }
    }

    /** Whether the connection can serve another request. */
    private boolean answer(Reply reply, Received request, Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        switch (reply) {
            case ACCEPT ->
                send(
                        out,
                        "200 OK",
                        "{\"status\":\"success\",\"lead_id\":\"" + reference(request)
                                + "\",\"message\":\"Lead created\"}");
            case REJECT -> send(out, "200 OK", "{\"status\":\"failure\",\"message\":\"rejected by script\"}");
            case ERROR ->
                send(out, "503 Service Unavailable", "{\"status\":\"error\",\"message\":\"error by script\"}");
            case LOSE_REPLY -> {
                return false;
            }
            case SLOW -> drip(out);
            case NONSENSE -> {
                out.write("\u0000\u0001nonsense\n\n".getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                return false;
            }
        }
        return true;
    }

    private static String reference(Received request) {
        return "ref-" + request.key().replaceAll("[^A-Za-z0-9_./-]", "");
    }

    private static void send(OutputStream out, String status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }

    /** A head, and a body that never ends; returns only by the fault that the other side went away. */
    private void drip(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        do {
            out.write(' ');
            out.flush();
        } while (!isEndedAfter(DRIP));
    }

    private boolean isEndedAfter(Duration wait) {
        try {
            return ended.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends all connections. */
    @Override
    public void close() {
        ended.countDown();
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException broken) {
            // It is closed all the same.
        }
    }

    @Override
    public String toString() {
        return "buyer at port " + port();
    }
}
