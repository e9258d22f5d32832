package dev.sluice.http.internal.apache;

import dev.sluice.delivery.net.DeadlineSocket;
import dev.sluice.http.internal.net.Current;
import java.net.InetAddress;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Makes the client.
 *
 * @param current the exchange of each thread
 * @param resolver gives checked addresses
 * @param connectTimeout how long connecting may take
 * @param connections how many there may be at once
 * @param perRecipient how many of these to one recipient
 * @param tls the certificates that are trusted; null for those of the platform
 * @param proxy what stands between; null for nothing
 * @param local the address that connections come from; null for any
 */
public record Clients(
        Current current,
        DnsResolver resolver,
        Duration connectTimeout,
        int connections,
        int perRecipient,
        @Nullable SSLContext tls,
        @Nullable HttpHost proxy,
        @Nullable InetAddress local) {
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 200;

    /** A client that repeats nothing, follows nothing, remembers nothing, and looks at no settings of the process. */
    public CloseableHttpClient client() {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(tlsStrategy()))
                .setRequestExecutor(new AnnouncingExecutor(current))
                .setRoutePlanner(routes())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Sluice")
                .build();
    }

    private TlsSocketStrategy tlsStrategy() {
        return tls == null ? DefaultClientTlsStrategy.createDefault() : new DefaultClientTlsStrategy(tls);
    }

    private PoolingHttpClientConnectionManager connections(TlsSocketStrategy security) {
        Http1Config limits = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager(
                new DefaultHttpClientConnectionOperator(
                        proxy -> new DeadlineSocket(current::left),
                        null,
                        resolver,
                        RegistryBuilder.<TlsSocketStrategy>create()
                                .register(URIScheme.HTTPS.id, security)
                                .build()),
                PoolConcurrencyPolicy.LAX,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND,
                ManagedHttpClientConnectionFactory.builder()
                        .http1Config(limits)
                        .responseParserFactory(new WholeHeads(limits))
                        .build());
        manager.setMaxTotal(connections);
        manager.setDefaultMaxPerRoute(perRecipient);
        manager.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(connectTimeout))
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build());
        return manager;
    }

    private HttpRoutePlanner routes() {
        if (proxy != null) {
            return new DefaultProxyRoutePlanner(proxy) {
                @Override
                protected @Nullable InetAddress determineLocalAddress(HttpHost target, HttpContext context) {
                    return local;
                }
            };
        }
        return new DefaultRoutePlanner(null) {
            @Override
            protected @Nullable InetAddress determineLocalAddress(HttpHost target, HttpContext context)
                    throws HttpException {
                return local;
            }
        };
    }
}
