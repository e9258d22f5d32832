package dev.sluice.http.internal.apache;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/** Gives the client only addresses that were checked; it connects to these and asks nobody else. */
public final class CheckedResolver implements DnsResolver {
    private final Lookup lookup;

    public CheckedResolver(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Finds and checks the addresses of a name. */
    @FunctionalInterface
    public interface Lookup {
        List<InetAddress> addresses(String name) throws UnknownHostException;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return lookup.addresses(host).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
