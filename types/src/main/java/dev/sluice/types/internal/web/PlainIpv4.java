package dev.sluice.types.internal.web;

/** The fast way for bare IPv4 addresses: four numbers up to 255 without leading zeros. */
final class PlainIpv4 {
    private static final int SHORTEST = "0.0.0.0".length();
    private static final int LONGEST = "255.255.255.255".length();

    private PlainIpv4() {}

    /** The address as a number; -1 when {@code text} is not plainly one. */
    static long read(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return -1;
        }
        long address = 0;
        int octet = -1;
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && octet != 0) {
                octet = Math.max(octet, 0) * 10 + (c - '0');
            } else if (c == '.' && octet >= 0 && ++dots <= 3) {
                address = address << 8 | octet;
                octet = -1;
            } else {
                return -1;
            }
            if (octet > 255) {
                return -1;
            }
        }
        return dots == 3 && octet >= 0 ? address << 8 | octet : -1;
    }

    /** {@code address} as an IPv6 address. */
    static String mapped(long address) {
        return "::ffff:" + Integer.toHexString((int) (address >> 16)) + ":"
                + Integer.toHexString((int) address & 0xffff);
    }
}
