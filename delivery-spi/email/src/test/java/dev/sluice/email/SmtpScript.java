package dev.sluice.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server on raw sockets that answers as it was told. Each command has a usual answer; {@link #on} gives it another:
 * {@code CUT} ends the connection, {@code SILENT} says nothing for ever, {@code DRIP} a byte now and then, {@code FLOOD} no end
 * of bytes.
 */
final class SmtpScript implements AutoCloseable {
    static final String CUT = "cut";
    static final String SILENT = "silent";
    static final String DRIP = "drip";
    static final String FLOOD = "flood";
    /** Says that the message may come, and does not read it. */
    static final String DEAF = "354 deaf";

    /** The answers to a connection and to a whole message. */
    static final String GREETING = "greeting";

    static final String END = "end";

    private final ServerSocket server;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            GREETING,
            "220 ready",
            "EHLO",
            "250 here",
            "MAIL",
            "250 ok",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go on",
            END,
            "250 2.0.0 taken",
            "RSET",
            "250 ok",
            "QUIT",
            "221 bye"));
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final @Nullable SSLContext tls;

    private SmtpScript(@Nullable SSLContext tls, ServerSocket server) {
        this.tls = tls;
        this.server = server;
        daemon(this::accept);
    }

    static SmtpScript start() {
        return start(null);
    }

    /** A server that turns secret when it is asked to. */
    static SmtpScript start(@Nullable SSLContext tls) {
        try {
            return new SmtpScript(tls, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that is secret from the first byte. */
    static SmtpScript secret(SSLContext tls) {
        try {
            return new SmtpScript(
                    tls, tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SmtpScript on(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Messages that were taken whole, as they came. */
    List<String> messages() {
        return messages;
    }

    /** All commands in their order. */
    List<String> commands() {
        return commands;
    }

    private static void daemon(Runnable action) {
        Thread thread = new Thread(action);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            say(socket, GREETING);
            converse(socket);
        } catch (IOException | InterruptedException gone) {
            // The other side went away.
        }
    }

    private void converse(Socket socket) throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            if (command.equals("STARTTLS")) {
                converse(secured(socket));
                return;
            }
            say(socket, command);
            if (DEAF.equals(answers.get(command))) {
                ended.await();
            }
            if (command.equals("DATA") && answers.getOrDefault(command, "").startsWith("354")) {
                String message = message(in);
                if (answers.getOrDefault(END, "").startsWith("250")
                        || answers.get(END).equals(CUT)) {
                    messages.add(message);
                }
                say(socket, END);
            }
        }
    }

    private Socket secured(Socket socket) throws IOException {
        socket.getOutputStream().write("220 go on\r\n".getBytes(StandardCharsets.US_ASCII));
        SSLSocket secure = (SSLSocket) java.util.Objects.requireNonNull(tls)
                .getSocketFactory()
                .createSocket(socket, "127.0.0.1", socket.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        return secure;
    }

    private static String message(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line);
        }
        return String.join("\n", lines);
    }

    private void say(Socket socket, String command) throws IOException, InterruptedException {
        String answer = answers.getOrDefault(command, "500 what?");
        OutputStream out = socket.getOutputStream();
        switch (answer) {
            case CUT -> socket.close();
            case SILENT -> ended.await();
            case DRIP -> {
                do {
                    out.write('2');
                } while (!ended.await(20, TimeUnit.MILLISECONDS));
            }
            case FLOOD -> {
                byte[] many = "2".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
                while (true) {
                    out.write(many);
                }
            }
            default -> out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        ended.countDown();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
