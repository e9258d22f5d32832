package dev.sluice.http.internal.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Which addresses are public, by the registries of special addresses of both protocols. */
public final class Networks {
    /** The address that nothing may be sent to. */
    static final InetAddress NOWHERE = address(new byte[4]);

    private static final List<Network> SPECIAL_V4 = Network.all(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            // Public by the registry, but the platform of a cloud answers there.
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    /** Only what is given out to the public at all; the rest of the space is special or unused. */
    private static final Network PUBLIC_V6 = Network.of("2000::/3");

    private static final List<Network> SPECIAL_V6 =
            Network.all("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3ffe::/16", "3fff::/20");

    private static final byte[] ISATAP = {0, 0x5e, (byte) 0xfe};
    private static final int ISATAP_AT = 9;
    private static final int UNIVERSAL = 0x02;

    private Networks() {}

    /** Whether anybody may speak to {@code address}. */
    public static boolean isPublic(InetAddress address) {
        if (address instanceof Inet6Address) {
            return PUBLIC_V6.contains(address)
                    && SPECIAL_V6.stream().noneMatch(network -> network.contains(address))
                    && !isIsatap(address.getAddress());
        }
        return SPECIAL_V4.stream().noneMatch(network -> network.contains(address));
    }

    /** An address of the other protocol in disguise. */
    private static boolean isIsatap(byte[] address) {
        boolean start = (address[ISATAP_AT - 1] & ~UNIVERSAL) == 0;
        boolean rest = true;
        for (int i = 0; i < ISATAP.length; i++) {
            rest = rest && address[ISATAP_AT + i] == ISATAP[i];
        }
        return start && rest;
    }

    static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length, e);
        }
    }
}
