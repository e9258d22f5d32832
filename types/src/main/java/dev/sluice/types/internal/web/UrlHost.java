package dev.sluice.types.internal.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The host of a web address: a name, an IPv4 address in any of its spellings, or an IPv6 address in brackets. */
final class UrlHost {
    private static final String FORBIDDEN = " #%/:<>?@[\\]^|";
    private static final int LONGEST_INPUT = 3 * HostName.LONGEST;

    private UrlHost() {}

    /** The host in its normal form; null when it is none. */
    static @Nullable String read(String text) {
        if (text.isEmpty() || text.length() > LONGEST_INPUT) {
            return null;
        }
        if (text.charAt(0) == '[') {
            String address = text.endsWith("]") ? Ipv6.canonical(text.substring(1, text.length() - 1)) : null;
            return address == null ? null : "[" + address + "]";
        }
        String decoded = text.indexOf('%') < 0 ? text : decode(text);
        String ascii = HostName.folded(decoded);
        if (ascii == null || !isAllowed(ascii)) {
            return null;
        }
        return Ipv4.endsInNumber(ascii) ? Ipv4.shorthand(ascii) : ascii;
    }

    private static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean encoded =
                    bytes[i] == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0;
            bytes[length++] = encoded ? (byte) (hex(bytes[i + 1]) * 16 + hex(bytes[i + 2])) : bytes[i];
            i += encoded ? 2 : 0;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static int hex(byte b) {
        return b < 0 ? -1 : Character.digit(b, 16);
    }

    /** Labels of fitting length, none empty but one behind a last dot, no hyphen at their ends, nothing forbidden. */
    private static boolean isAllowed(String host) {
        int end = host.endsWith(".") ? host.length() - 1 : host.length();
        if (end == 0 || end > HostName.LONGEST) {
            return false;
        }
        int label = 0;
        for (int i = 0; i <= end; i++) {
            if (i == end || host.charAt(i) == '.') {
                if (!HostName.isLabel(host, label, i)) {
                    return false;
                }
                label = i + 1;
            } else if (host.charAt(i) < ' ' || host.charAt(i) >= 127 || FORBIDDEN.indexOf(host.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
