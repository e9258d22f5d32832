package dev.sluice.delivery.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a client and a server of this machine, and breaks connections as a bad network does: in the middle of what
 * a client sends, without a word. Safe on any thread.
 */
public final class BreakingRelay implements AutoCloseable {
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong left = new AtomicLong(NEVER);
    private final AtomicLong broken = new AtomicLong();

    private BreakingRelay(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
    }

    /** Relays to a port of this machine. */
    public static BreakingRelay to(int port) throws IOException {
        BreakingRelay relay = new BreakingRelay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        start("relay", relay::accept);
        return relay;
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Where clients connect. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Breaks the connection over which a client sends the last of so many bytes from now on; those after it hold. */
    public void breakAfter(long bytes) {
        left.set(bytes);
    }

    /** How many connections were broken. */
    public long broken() {
        return broken.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                relay(listening.accept());
            } catch (IOException ended) {
                // Closed, or a client that is gone: the next one may come.
            }
        }
    }

    private void relay(Socket client) throws IOException {
        open.add(client);
        Socket server = server(client);
        open.add(server);
        start("to server", () -> copy(client, server, left));
        start("to client", () -> copy(server, client, new AtomicLong(NEVER)));
    }

    private Socket server(Socket client) throws IOException {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException nobody) {
            client.close();
            throw nobody;
        }
    }

    private void copy(Socket from, Socket to, AtomicLong budget) {
        byte[] buffer = new byte[4_096];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int some = in.read(buffer);
            while (some >= 0 && budget.addAndGet(-some) > 0) {
                out.write(buffer, 0, some);
                some = in.read(buffer);
            }
            if (some >= 0) {
                budget.set(NEVER);
                broken.incrementAndGet();
            }
        } catch (IOException gone) {
            // Both ends are closed.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** Ends all connections. */
    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
