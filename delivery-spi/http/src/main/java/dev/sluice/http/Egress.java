package dev.sluice.http;

import static java.util.Objects.requireNonNull;

import dev.sluice.http.RefusedAddressException.Refusal;
import dev.sluice.http.internal.net.Host;
import dev.sluice.http.internal.net.Network;
import dev.sluice.http.internal.net.Networks;
import dev.sluice.http.internal.net.UrlText;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may be spoken to. Addresses come from definitions and from leads, so by default only public ones on the ports 80, 443
 * and 8443 are allowed; a host allows its own networks, names and ports by name. Asked twice: about the address as it is
 * written, and about what its name leads to when a connection is made. Immutable, safe on any thread.
 */
public final class Egress {
    private static final Pattern URL = Pattern.compile("(?i)(https?)://([^/?#]*)([/?#].*)?", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*\\]|[^:]*)(?::(\\d{1,5}))?");
    private static final Set<Integer> PORTS = Set.of(80, 443, 8443);
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int HIGHEST = 65_535;
    private static final int MOST_JUDGED = 1_000;

    private final List<Network> networks;
    private final Set<String> hosts;
    private final Set<Integer> ports;
    private final Resolver resolver;
    private final Map<String, URI> targets = new ConcurrentHashMap<>();
    private final Map<String, Optional<Refusal>> judged = new ConcurrentHashMap<>();

    private Egress(List<Network> networks, Set<String> hosts, Set<Integer> ports, Resolver resolver) {
        this.networks = networks;
        this.hosts = hosts;
        this.ports = ports;
        this.resolver = resolver;
    }

    /** Public addresses only, found by the platform's resolver. */
    public static Egress publicOnly() {
        return new Egress(List.of(), Set.of(), PORTS, Resolver.system());
    }

    /**
     * This, and the addresses of a network of the host: {@code 10.1.0.0/16}, {@code ::1}.
     *
     * @throws IllegalArgumentException if {@code network} is none
     */
    public Egress allowNetwork(String network) {
        return new Egress(plus(networks, Network.of(network)), hosts, ports, resolver);
    }

    /**
     * This, and a name that looks like one inside a network, such as {@code crm.corp}. Its addresses must be public, or
     * in a network that is allowed.
     */
    public Egress allowHost(String name) {
        return new Egress(networks, plus(hosts, name.toLowerCase(Locale.ROOT)), ports, resolver);
    }

    /** This, and a port. */
    public Egress allowPort(int port) {
        return new Egress(networks, hosts, plus(ports, port), resolver);
    }

    /** This with another way to find addresses. */
    public Egress resolver(Resolver other) {
        return new Egress(networks, hosts, ports, requireNonNull(other, "resolver"));
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    private static <T> Set<T> plus(Set<T> set, T more) {
        Set<T> all = new HashSet<>(set);
        all.add(more);
        return Set.copyOf(all);
    }

    /**
     * Why nothing may be sent to {@code url}, as far as that can be seen without a look-up; empty when it may. Inner
     * addresses in path and query are data.
     */
    public Optional<Refusal> refusal(String url) {
        if (targets.containsKey(url)) {
            return Optional.empty();
        }
        if (url.isBlank()) {
            return Optional.of(Refusal.MISSING);
        }
        if (!isPrintable(url)) {
            return Optional.of(Refusal.INVALID);
        }
        Matcher parts = URL.matcher(url);
        return parts.matches() ? ofAuthority(parts.group(1), parts.group(2)) : Optional.of(Refusal.INVALID);
    }

    private static boolean isPrintable(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c <= ' ' || c == 0x7F || c == '\\' || Character.isWhitespace(c)) {
                return false;
            }
        }
        return true;
    }

    /** Judged once: the same few recipients are spoken to again and again. */
    private Optional<Refusal> ofAuthority(String scheme, String authority) {
        String key = scheme + "://" + authority;
        Optional<Refusal> known = judged.get(key);
        if (known == null) {
            known = judge(scheme, authority);
            if (judged.size() >= MOST_JUDGED) {
                judged.clear();
            }
            judged.put(key, known);
        }
        return known;
    }

    private Optional<Refusal> judge(String scheme, String authority) {
        if (authority.indexOf('@') >= 0) {
            return Optional.of(Refusal.CREDENTIALS);
        }
        Matcher parts = AUTHORITY.matcher(authority);
        Optional<Host> host = parts.matches() ? Host.of(parts.group(1)) : Optional.empty();
        if (host.isEmpty()) {
            return Optional.of(Refusal.INVALID);
        }
        int port = port(scheme, parts.group(2));
        if (port < 1 || port > HIGHEST) {
            return Optional.of(Refusal.INVALID);
        }
        return ofHost(host.get()).or(() -> ports.contains(port) ? Optional.empty() : Optional.of(Refusal.PORT));
    }

    private static int port(String scheme, @Nullable String written) {
        if (written == null) {
            return scheme.equalsIgnoreCase("https") ? HTTPS : HTTP;
        }
        return Integer.parseInt(written);
    }

    private Optional<Refusal> ofHost(Host host) {
        if (hosts.contains(host.text())) {
            return Optional.empty();
        }
        if (host.literal() != null) {
            return isAllowed(host.literal()) ? Optional.empty() : Optional.of(Refusal.NOT_PUBLIC);
        }
        if (host.isSingleLabel()) {
            return Optional.of(Refusal.INVALID);
        }
        return host.isInside() ? Optional.of(Refusal.NOT_PUBLIC) : Optional.empty();
    }

    private boolean isAllowed(InetAddress address) {
        return Networks.isPublic(address) || networks.stream().anyMatch(network -> network.contains(address));
    }

    /**
     * {@code url} as it is sent: the host in the form that was judged, characters that an address may not have encoded, no
     * fragment.
     *
     * @throws RefusedAddressException when nothing may be sent there
     */
    URI target(String url) throws RefusedAddressException {
        URI known = targets.get(url);
        if (known == null) {
            known = made(url);
            if (targets.size() >= MOST_JUDGED) {
                targets.clear();
            }
            if (url.indexOf('?') < 0) {
                targets.put(url, known);
            }
        }
        return known;
    }

    private URI made(String url) throws RefusedAddressException {
        Optional<Refusal> refusal = refusal(url);
        if (refusal.isPresent()) {
            throw new RefusedAddressException(refusal.get());
        }
        Matcher parts = URL.matcher(url);
        Matcher authority = AUTHORITY.matcher(parts.matches() ? parts.group(2) : "");
        if (!authority.matches()) {
            throw new RefusedAddressException(Refusal.INVALID);
        }
        String host = Host.of(authority.group(1)).map(Egress::written).orElseThrow();
        String port = authority.group(2) == null ? "" : ":" + authority.group(2);
        return URI.create(parts.group(1) + "://" + host + port + UrlText.rest(parts.group(3)));
    }

    private static String written(Host host) {
        return host.text().indexOf(':') < 0 ? host.text() : "[" + host.text() + "]";
    }

    /**
     * The addresses of {@code name}, looked up once: a connection goes to one of these and to no other.
     *
     * @throws RefusedAddressException when one of them may not be spoken to; a single bad one refuses all
     * @throws UnknownHostException when there are none
     */
    List<InetAddress> addresses(String name) throws UnknownHostException {
        Optional<InetAddress> written =
                Host.of(name.indexOf(':') < 0 ? name : "[" + name + "]").map(Host::literal);
        List<InetAddress> found = written.isPresent() ? List.of(written.get()) : resolver.resolve(name);
        if (found.isEmpty()) {
            throw new UnknownHostException("the name has no address");
        }
        if (!found.stream().allMatch(this::isAllowed)) {
            throw new RefusedAddressException(Refusal.NOT_PUBLIC);
        }
        return found;
    }
}
