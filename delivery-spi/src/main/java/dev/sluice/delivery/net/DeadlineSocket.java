package dev.sluice.delivery.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A socket whose every wait ends with the exchange that it serves: connecting, the handshake, each byte read and each byte
 * written. The time-outs of ordinary sockets begin anew with each byte, and there are none for writing.
 */
public final class DeadlineSocket extends Socket {
    /** With this time-out the client asks whether a connection of the pool still stands; that needs no wait. */
    private static final int PROBE_MILLIS = 1;

    private final Supplier<Duration> left;
    private final long mostRead;
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private long bytesRead;
    /** Whether something was said last, so that an answer is not there yet: looking for it before waiting is in vain. */
    private boolean asked;

    private int timeoutMillis;
    private boolean inputShut;
    private boolean outputShut;

    /** @param left how long the exchange may still take; asked before each wait, on the thread that waits */
    public DeadlineSocket(Supplier<Duration> left) throws IOException {
        this(left, Long.MAX_VALUE);
    }

    /**
     * @param left how long the exchange may still take; asked before each wait, on the thread that waits
     * @param mostRead how many bytes may be read in all; more of them are a fault
     */
    public DeadlineSocket(Supplier<Duration> left, long mostRead) throws IOException {
        super((SocketImpl) null);
        this.left = left;
        this.mostRead = mostRead;
        this.channel = SocketChannel.open();
        this.channel.configureBlocking(false);
        this.selector = Selector.open();
        this.key = channel.register(selector, 0);
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int limitMillis) throws IOException {
        if (!channel.connect(endpoint)) {
            do {
                await(SelectionKey.OP_CONNECT, limitMillis);
            } while (!channel.finishConnect());
        }
    }

    private void await(int operation, int limitMillis) throws IOException {
        long most = left.get().toMillis();
        long wait = limitMillis > 0 ? Math.min(limitMillis, most) : most;
        if (wait <= 0) {
            throw new SocketTimeoutException("the time is over");
        }
        try {
            if (key.interestOps() != operation) {
                key.interestOps(operation);
            }
            int ready = selector.select(wait);
            selector.selectedKeys().clear();
            if (ready == 0) {
                throw Thread.currentThread().isInterrupted()
                        ? new InterruptedIOException("interrupted")
                        : new SocketTimeoutException("the time is over");
            }
        } catch (ClosedSelectorException | CancelledKeyException closed) {
            throw new IOException("the socket is closed", closed);
        }
    }

    private int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        int count = asked && timeoutMillis != PROBE_MILLIS ? 0 : channel.read(buffer);
        asked = false;
        while (count == 0) {
            if (timeoutMillis == PROBE_MILLIS) {
                throw new NothingThere();
            }
            await(SelectionKey.OP_READ, timeoutMillis);
            count = channel.read(buffer);
        }
        if (left.get().isZero()) {
            throw new SocketTimeoutException("the time is over");
        }
        bytesRead += Math.max(count, 0);
        if (bytesRead > mostRead) {
            throw new IOException("the other side says too much");
        }
        return count;
    }

    /** Thrown for each connection that is used again, so that it costs no trace. */
    private static final class NothingThere extends SocketTimeoutException {
        private static final long serialVersionUID = 1;

        NothingThere() {
            super("nothing there");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        asked = true;
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            if (channel.write(buffer) == 0) {
                await(SelectionKey.OP_WRITE, 0);
            }
        }
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return DeadlineSocket.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return DeadlineSocket.this.read(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                DeadlineSocket.this.close();
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                DeadlineSocket.this.write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                DeadlineSocket.this.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                DeadlineSocket.this.close();
            }
        };
    }

    @Override
    public void close() throws IOException {
        try (Selector closed = selector) {
            channel.close();
            closed.wakeup();
        }
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public boolean isBound() {
        return getLocalSocketAddress() != null;
    }

    @Override
    public void bind(SocketAddress local) throws IOException {
        channel.bind(local);
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return address(true);
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return address(false);
    }

    @SuppressWarnings("NullAway") // The contract of Socket: null when there is none.
    private InetSocketAddress address(boolean remote) {
        try {
            return (InetSocketAddress) (remote ? channel.getRemoteAddress() : channel.getLocalAddress());
        } catch (IOException closed) {
            return null;
        }
    }

    @Override
    @SuppressWarnings("NullAway") // The contract of Socket: null when there is none.
    public InetAddress getInetAddress() {
        InetSocketAddress remote = address(true);
        return remote == null ? null : remote.getAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        InetSocketAddress local = address(false);
        return local == null ? new InetSocketAddress(0).getAddress() : local.getAddress();
    }

    @Override
    public int getPort() {
        InetSocketAddress remote = address(true);
        return remote == null ? 0 : remote.getPort();
    }

    @Override
    public int getLocalPort() {
        InetSocketAddress local = address(false);
        return local == null ? -1 : local.getPort();
    }

    @Override
    public void shutdownInput() throws IOException {
        channel.shutdownInput();
        inputShut = true;
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
        outputShut = true;
    }

    @Override
    public boolean isInputShutdown() {
        return inputShut;
    }

    @Override
    public boolean isOutputShutdown() {
        return outputShut;
    }

    @Override
    public void setSoTimeout(int millis) {
        timeoutMillis = millis;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
        channel.setOption(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        return channel.getOption(name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return channel.supportedOptions();
    }

    private <T> void option(SocketOption<T> name, T value) throws SocketException {
        try {
            channel.setOption(name, value);
        } catch (IOException e) {
            throw refused(name, e);
        }
    }

    private <T> T option(SocketOption<T> name) throws SocketException {
        try {
            return channel.getOption(name);
        } catch (IOException e) {
            throw refused(name, e);
        }
    }

    private static SocketException refused(SocketOption<?> name, IOException cause) {
        SocketException refused = new SocketException("no option " + name);
        refused.initCause(cause);
        return refused;
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        option(StandardSocketOptions.TCP_NODELAY, on);
    }

    @Override
    public boolean getTcpNoDelay() throws SocketException {
        return option(StandardSocketOptions.TCP_NODELAY);
    }

    @Override
    public void setKeepAlive(boolean on) throws SocketException {
        option(StandardSocketOptions.SO_KEEPALIVE, on);
    }

    @Override
    public boolean getKeepAlive() throws SocketException {
        return option(StandardSocketOptions.SO_KEEPALIVE);
    }

    @Override
    public void setReuseAddress(boolean on) throws SocketException {
        option(StandardSocketOptions.SO_REUSEADDR, on);
    }

    @Override
    public boolean getReuseAddress() throws SocketException {
        return option(StandardSocketOptions.SO_REUSEADDR);
    }

    @Override
    public void setSendBufferSize(int size) throws SocketException {
        option(StandardSocketOptions.SO_SNDBUF, size);
    }

    @Override
    public int getSendBufferSize() throws SocketException {
        return option(StandardSocketOptions.SO_SNDBUF);
    }

    @Override
    public void setReceiveBufferSize(int size) throws SocketException {
        option(StandardSocketOptions.SO_RCVBUF, size);
    }

    @Override
    public int getReceiveBufferSize() throws SocketException {
        return option(StandardSocketOptions.SO_RCVBUF);
    }

    /** Closing never waits: what was not sent in time is lost with the exchange. */
    @Override
    public void setSoLinger(boolean on, int seconds) {
        // The channel is not blocking, so that it cannot linger.
    }

    @Override
    public int getSoLinger() {
        return -1;
    }

    @Override
    public String toString() {
        return "socket to port " + getPort();
    }
}
