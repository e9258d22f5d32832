package dev.sluice.http.internal.net;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** A range of addresses, such as {@code 10.0.0.0/8}. */
public final class Network {
    private final byte[] start;
    private final int bits;

    private Network(byte[] start, int bits) {
        this.start = start;
        this.bits = bits;
    }

    /**
     * The network that {@code text} names; a single address is a network of its own.
     *
     * @throws IllegalArgumentException if it names none
     */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        String written = address.indexOf(':') < 0 ? address : "[" + address + "]";
        InetAddress start = Host.of(written).map(Host::literal).orElse(null);
        if (start == null || start == Networks.NOWHERE) {
            throw new IllegalArgumentException("'" + text + "' is no network; write it as 10.0.0.0/8");
        }
        byte[] bytes = start.getAddress();
        int bits = slash < 0 ? bytes.length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > bytes.length * Byte.SIZE) {
            throw new IllegalArgumentException("'" + text + "' is no network: it has too many bits");
        }
        return new Network(bytes, bits);
    }

    static List<Network> all(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }

    /** Whether {@code address} is in it. */
    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != start.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % Byte.SIZE);
            if (((bytes[i / Byte.SIZE] ^ start[i / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
