package dev.sluice.http;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Secrets;
import org.apache.hc.client5.http.auth.AuthExchange;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;

/**
 * What a proxy is told before it asks, so that no request goes out twice; the host's secrets are read for each exchange.
 *
 * @param user the name of a secret
 * @param password the name of a secret
 */
record ProxyLogin(HttpHost proxy, Secrets secrets, String user, String password) {
    ProxyLogin {
        requireNonNull(secrets, "secrets");
        secret(secrets, user);
        secret(secrets, password);
    }

    private static String secret(Secrets secrets, String name) {
        String value = secrets.secret(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no secret '" + name + "' for the proxy");
        }
        return value;
    }

    void offer(HttpClientContext context) {
        BasicScheme basic = new BasicScheme();
        basic.initPreemptive(new UsernamePasswordCredentials(
                secret(secrets, user), secret(secrets, password).toCharArray()));
        AuthExchange exchange = new AuthExchange();
        exchange.select(basic);
        context.setAuthExchange(proxy, exchange);
    }

    /** The names of the secrets. */
    @Override
    public String toString() {
        return "login " + user + " at the proxy";
    }
}
