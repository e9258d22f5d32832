package dev.sluice.types.internal.web;

import java.util.ArrayList;
import java.util.List;

/** The blocks of addresses that belong to no one on the public network: private, local, multicast, documentation, reserved. */
final class PrivateAddresses {
    private static final List<Block> BLOCKS = new ArrayList<>();

    static {
        for (String block : ("0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24"
                        + " 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24"
                        + " 224.0.0.0/4 240.0.0.0/4")
                .split(" ")) {
            int slash = block.indexOf('/');
            int bits = Integer.parseInt(block.substring(slash + 1));
            BLOCKS.add(new Block(Ipv6.groups(PlainIpv4.mapped(PlainIpv4.read(block.substring(0, slash)))), 96 + bits));
        }
        for (String block :
                "::/96 64:ff9b::/96 100::/64 2001:db8::/32 fc00::/7 fe80::/10 fec0::/10 ff00::/8".split(" ")) {
            int slash = block.indexOf('/');
            BLOCKS.add(new Block(Ipv6.groups(block.substring(0, slash)), Integer.parseInt(block.substring(slash + 1))));
        }
    }

    private PrivateAddresses() {}

    /** Whether {@code ipv6}, a valid address, lies in one of the blocks. */
    static boolean contain(String ipv6) {
        int[] groups = Ipv6.groups(ipv6);
        return BLOCKS.stream().anyMatch(block -> block.contains(groups));
    }

    /** Addresses that share their first {@code bits} bits. */
    private record Block(int[] groups, int bits) {
        boolean contains(int[] address) {
            for (int i = 0; i * 16 < bits; i++) {
                int mask = bits - i * 16 >= 16 ? 0xffff : 0xffff << (16 - (bits - i * 16)) & 0xffff;
                if (((groups[i] ^ address[i]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
