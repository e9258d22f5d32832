package dev.sluice.types.internal.web;

import org.jspecify.annotations.Nullable;

/** IPv4 addresses: four numbers, or the short, octal and hexadecimal forms that web addresses allow. */
final class Ipv4 {
    private static final int MOST_DIGITS = 16;

    private Ipv4() {}

    /** Whether a host, which has no empty label, is to be read as an IPv4 address: its last label is a number, or looks like a hexadecimal one. */
    static boolean endsInNumber(String host) {
        int end = host.endsWith(".") ? host.length() - 1 : host.length();
        int from = host.lastIndexOf('.', end - 1) + 1;
        String last = host.substring(from, end);
        return last.chars().allMatch(c -> c >= '0' && c <= '9') || (isHex(last) && number(last) >= 0);
    }

    /** The address in dotted form, or null when {@code host} is none. */
    static @Nullable String shorthand(String host) {
        String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String[] parts = plain.split("\\.", -1);
        if (parts.length > 4) {
            return null;
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            long part = number(parts[i]);
            boolean last = i == parts.length - 1;
            long limit = last ? 1L << (8 * (5 - parts.length)) : 256;
            if (part < 0 || part >= limit) {
                return null;
            }
            address |= last ? part : part << (8 * (3 - i));
        }
        return dotted(address);
    }

    private static String dotted(long address) {
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    private static boolean isHex(String text) {
        return text.startsWith("0x") || text.startsWith("0X");
    }

    /** A decimal, octal or hexadecimal number; -1 when it is none. */
    private static long number(String text) {
        boolean hex = isHex(text);
        String digits = hex ? text.substring(2) : text;
        int radix = hex ? 16 : digits.length() > 1 && digits.charAt(0) == '0' ? 8 : 10;
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            return hex && digits.isEmpty() ? 0 : -1;
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 128 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = Math.min(number * radix + digit, 1L << 33);
        }
        return number;
    }
}
