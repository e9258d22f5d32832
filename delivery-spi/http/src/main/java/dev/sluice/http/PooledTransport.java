package dev.sluice.http;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Secrets;
import dev.sluice.http.TransportException.Fault;
import dev.sluice.http.internal.apache.Body;
import dev.sluice.http.internal.apache.CheckedResolver;
import dev.sluice.http.internal.apache.Clients;
import dev.sluice.http.internal.apache.FileBody;
import dev.sluice.http.internal.net.Current;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends over connections that are kept and used again. By default: public addresses only, 5 s to connect, 25 s to the first
 * byte and between two reads, answers of 1 MiB, 64 connections to one recipient of 512 in all. Deadlines hold whatever the
 * recipient does, without threads of its own. {@link #close} ends all connections.
 */
public final class PooledTransport implements HttpTransport {
    private static final String ACCEPT_ENCODING = "Accept-Encoding";

    private final Current current = new Current();
    private final CloseableHttpClient client;
    private final Egress egress;
    private final Duration firstByte;
    private final int largest;
    private final boolean proxied;
    private final String proxyHost;
    private final @Nullable ProxyLogin login;

    private PooledTransport(Builder builder) {
        this.egress = builder.egress;
        this.firstByte = builder.firstByte;
        this.largest = builder.largest;
        this.proxied = builder.proxy != null;
        this.proxyHost = builder.proxy == null ? "" : builder.proxy.getHostName();
        this.login = builder.login;
        this.client = new Clients(
                        current,
                        new CheckedResolver(this::addresses),
                        builder.connect,
                        builder.connections,
                        builder.perRecipient,
                        builder.tls,
                        builder.proxy,
                        builder.local)
                .client();
    }

    /** A transport with all defaults. */
    public static PooledTransport standard() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The proxy is the host's own choice and may stand anywhere. */
    private List<InetAddress> addresses(String name) throws UnknownHostException {
        return proxied && name.equals(proxyHost) ? List.of(InetAddress.getAllByName(name)) : egress.addresses(name);
    }

    @Override
    public Response send(Request request, Exchange exchange) throws TransportException {
        if (exchange.deadline().passed()) {
            throw new TransportException(Fault.CONNECTION_TIMEOUT);
        }
        current.begin(exchange);
        try {
            return exchanged(request, exchange);
        } catch (IOException | UncheckedIOException fault) {
            throw new TransportException(fault(fault), fault);
        } finally {
            current.end();
        }
    }

    private Response exchanged(Request request, Exchange exchange) throws IOException {
        URI target = egress.target(request.url());
        if (proxied) {
            egress.addresses(bare(target.getHost()));
        }
        HttpUriRequestBase message = message(request, target, exchange);
        ClassicHttpResponse answer = client.executeOpen(
                new HttpHost(target.getScheme(), bare(target.getHost()), target.getPort()), message, context());
        boolean whole = false;
        try {
            Body body = Body.of(answer, largest);
            whole = body.isDrained();
            Response response = Response.of(answer.getCode(), headers(answer), body.bytes());
            return body.isCut() ? response.cut() : response;
        } finally {
            end(answer, whole ? null : message);
        }
    }

    private HttpClientContext context() {
        HttpClientContext context = HttpClientContext.create();
        if (login != null) {
            login.offer(context);
        }
        return context;
    }

    /** Closing would first read what is left; a body that never ends would be read to the deadline. So it is cancelled. */
    private static void end(ClassicHttpResponse answer, @Nullable HttpUriRequestBase unfinished) {
        if (unfinished != null) {
            unfinished.cancel();
        }
        try {
            answer.close();
        } catch (IOException cancelled) {
            // The answer is here, or the fault that matters is on its way.
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private HttpUriRequestBase message(Request request, URI target, Exchange exchange) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), target);
        request.headers().forEach(message::addHeader);
        if (request.headers().get(ACCEPT_ENCODING).isEmpty()) {
            message.addHeader(ACCEPT_ENCODING, Body.ENCODINGS);
        }
        if (request.body().isPresent()) {
            message.setEntity(new ByteArrayEntity(request.bytes(), null));
        }
        request.file().ifPresent(file -> message.setEntity(FileBody.of(file, exchange.deadline())));
        Duration left = exchange.deadline().left();
        message.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(left))
                .setResponseTimeout(Timeout.of(left.compareTo(firstByte) < 0 ? left : firstByte))
                .setProtocolUpgradeEnabled(false)
                .setExpectContinueEnabled(false)
                .build());
        return message;
    }

    private static Headers headers(ClassicHttpResponse answer) {
        Header[] all = answer.getHeaders();
        Headers.Draft headers = new Headers.Draft(all.length);
        for (Header header : all) {
            headers.add(header.getName(), header.getValue() == null ? "" : header.getValue());
        }
        return headers.headers();
    }

    private static Fault fault(Exception fault) {
        if (fault instanceof RefusedAddressException) {
            return Fault.REFUSED;
        }
        if (fault instanceof UnknownHostException) {
            return Fault.NAME;
        }
        if (fault instanceof ConnectTimeoutException || fault instanceof ConnectionRequestTimeoutException) {
            return Fault.CONNECTION_TIMEOUT;
        }
        if (fault instanceof ConnectException || fault instanceof NoRouteToHostException) {
            return Fault.CONNECTION;
        }
        if (fault instanceof SSLException) {
            return Fault.SECURITY;
        }
        if (fault instanceof SocketTimeoutException) {
            return Fault.TIMEOUT;
        }
        boolean nonsense = fault instanceof ClientProtocolException || fault instanceof MessageConstraintException;
        return nonsense ? Fault.NONSENSE : Fault.BROKEN;
    }

    /** Ends all connections at once. */
    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    /** Collects what differs from the defaults. */
    public static final class Builder {
        private Egress egress = Egress.publicOnly();
        private Duration connect = Duration.ofSeconds(5);
        private Duration firstByte = Duration.ofSeconds(25);
        private int largest = 1 << 20;
        private int connections = 512;
        private int perRecipient = 64;
        private @Nullable SSLContext tls;
        private @Nullable HttpHost proxy;
        private @Nullable ProxyLogin login;
        private @Nullable InetAddress local;

        private Builder() {}

        /** Who may be spoken to. */
        public Builder egress(Egress egress) {
            this.egress = requireNonNull(egress, "egress");
            return this;
        }

        /** How long connecting to one address may take. */
        public Builder connectTimeout(Duration timeout) {
            this.connect = requireNonNull(timeout, "timeout");
            return this;
        }

        /** How long the first byte of an answer, and each after it, may take. */
        public Builder firstByteTimeout(Duration timeout) {
            this.firstByte = requireNonNull(timeout, "timeout");
            return this;
        }

        /** How many bytes of a body are read, counted when they are unpacked. */
        public Builder largestBody(int bytes) {
            this.largest = bytes;
            return this;
        }

        /** How many connections there may be, in all and to one recipient. */
        public Builder connections(int all, int perRecipient) {
            this.connections = all;
            this.perRecipient = perRecipient;
            return this;
        }

        /** The certificates that are trusted and shown; those of the platform by default. */
        public Builder tls(SSLContext context) {
            this.tls = requireNonNull(context, "context");
            return this;
        }

        /** A proxy. It looks names up itself, so that what was checked here cannot be pinned there. */
        public Builder proxy(String host, int port) {
            this.proxy = new HttpHost(host, port);
            this.login = null;
            return this;
        }

        /**
         * A proxy that asks for a password, which it is told at once.
         *
         * @param userSecret the name of the secret that is the user
         * @param passwordSecret the name of the secret that is the password
         * @throws IllegalArgumentException when there is no such secret
         */
        public Builder proxy(String host, int port, Secrets secrets, String userSecret, String passwordSecret) {
            HttpHost named = new HttpHost(host, port);
            this.login = new ProxyLogin(named, secrets, userSecret, passwordSecret);
            this.proxy = named;
            return this;
        }

        /** The address of this machine that connections come from. */
        public Builder localAddress(InetAddress address) {
            this.local = requireNonNull(address, "address");
            return this;
        }

        public PooledTransport build() {
            return new PooledTransport(this);
        }
    }
}
