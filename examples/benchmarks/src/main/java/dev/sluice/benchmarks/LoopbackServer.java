package dev.sluice.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** The cheapest recipient there can be: it reads a post to its end and says the same each time, all on one thread. */
final class LoopbackServer implements AutoCloseable {
    /** What it says. */
    static final String BODY = "{\"status\":\"success\",\"lead_id\":\"L-123456789\"}";

    private static final byte[] ANSWER =
            ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 44\r\n\r\n" + BODY)
                    .getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.ISO_8859_1);

    private final Selector selector;
    private final ServerSocketChannel server;
    private final Thread thread;

    LoopbackServer() throws IOException {
        this.selector = Selector.open();
        this.server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        this.thread = new Thread(this::serve, "server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/leads";
    }

    int port() {
        return server.socket().getLocalPort();
    }

    long threadId() {
        return thread.getId();
    }

    private void serve() {
        try {
            while (server.isOpen()) {
                selector.select(this::ready);
            }
        } catch (ClosedSelectorException closed) {
            // The run is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else {
                ((Post) key.attachment()).read();
            }
        } catch (IOException gone) {
            key.cancel();
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = server.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, new Post(channel));
        }
    }

    /** What came of the post that a connection is at. */
    private static final class Post {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 16);
        private final byte[] seen = new byte[1 << 16];

        Post(SocketChannel channel) {
            this.channel = channel;
        }

        void read() throws IOException {
            if (channel.read(in) < 0) {
                channel.close();
                return;
            }
            int count = in.position();
            in.get(0, seen, 0, count);
            int head = head(count);
            if (head > 0 && count >= head + length(head)) {
                in.clear();
                channel.write(ByteBuffer.wrap(ANSWER));
            }
        }

        private int head(int count) {
            for (int i = 3; i < count; i++) {
                if (seen[i] == '\n' && seen[i - 1] == '\r' && seen[i - 2] == '\n' && seen[i - 3] == '\r') {
                    return i + 1;
                }
            }
            return 0;
        }

        private int length(int head) {
            for (int i = 0; i < head - LENGTH.length; i++) {
                int same = 0;
                while (same < LENGTH.length && (seen[i + same] | 0x20) == (LENGTH[same] | 0x20)) {
                    same++;
                }
                if (same == LENGTH.length) {
                    return number(i + same);
                }
            }
            return 0;
        }

        private int number(int from) {
            int number = 0;
            for (int i = from; seen[i] != '\r'; i++) {
                number = seen[i] == ' ' ? number : number * 10 + seen[i] - '0';
            }
            return number;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        selector.close();
    }
}
