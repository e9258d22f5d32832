package dev.sluice.types.internal.web;

import dev.sluice.types.Whitespace;
import org.apache.commons.validator.routines.InetAddressValidator;
import org.jspecify.annotations.Nullable;

/** Finds the one IP address at the start of a text, white space left out and a scheme skipped. */
final class IpReader {
    private static final int LONGEST = 2048;
    private static final int LONGEST_PORT = 65535;
    private static final int GROUPS = 8;

    private IpReader() {}

    /** The address in its shortest form; null when there is none, or anything but a port, path or query behind it. */
    static @Nullable String read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        String authority = authority(text);
        if (authority.startsWith("[")) {
            int close = authority.indexOf(']');
            boolean alone = close > 0 && isEnd(authority, close + 1);
            return alone ? Ipv6.canonical(authority.substring(1, close)) : null;
        }
        int dots = ipv4End(authority);
        if (dots > 0) {
            return ipv4(authority, dots);
        }
        int end = ipv6End(authority);
        return isEnd(authority, end) ? Ipv6.canonical(authority.substring(0, end)) : null;
    }

    private static String authority(String text) {
        StringBuilder dense = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Whitespace.is(text.charAt(i)) && text.charAt(i) != 0) {
                dense.append(text.charAt(i));
            }
        }
        int scheme = dense.indexOf("://");
        if (scheme < 0) {
            return dense.toString();
        }
        String behind = dense.substring(scheme + 3);
        int at = behind.indexOf('@');
        return at >= 0 && behind.substring(0, at).indexOf('/') < 0 ? behind.substring(at + 1) : behind;
    }

    private static @Nullable String ipv4(String text, int end) {
        int behind = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
        String address = text.substring(0, end);
        boolean valid =
                isEnd(text, behind) && InetAddressValidator.getInstance().isValidInet4Address(address);
        return valid ? address : null;
    }

    /** Where four groups of one to three digits with dots between them end; -1 when the text starts with no such thing. */
    private static int ipv4End(String text) {
        int at = 0;
        for (int group = 0; group < 4; group++) {
            int from = at;
            while (at < text.length() && at - from < 3 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            boolean dot = group == 3 || (at < text.length() && text.charAt(at) == '.');
            if (at == from || !dot) {
                return -1;
            }
            at += group == 3 ? 0 : 1;
        }
        return at;
    }

    /** Where eight groups, or what else can be of an IPv6 address, end. */
    private static int ipv6End(String text) {
        int groups = 0;
        int at = 0;
        boolean dotted = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean hex = c < 128 && Character.digit(c, 16) >= 0;
            dotted |= c == '.';
            if (!hex && c != ':' && c != '.') {
                break;
            }
            boolean groupEnds = c == ':' && at > 0 && text.charAt(at - 1) != ':';
            groups += groupEnds ? 1 : 0;
            if (groups == GROUPS && !dotted) {
                break;
            }
            at++;
        }
        return at;
    }

    /** Whether nothing follows at {@code at} but a path, a query, a hash or a port. */
    private static boolean isEnd(String text, int at) {
        if (at >= text.length() || "/?#\\".indexOf(text.charAt(at)) >= 0) {
            return true;
        }
        if (text.charAt(at) != ':') {
            return false;
        }
        int port = 0;
        int i = at + 1;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9' && port <= LONGEST_PORT) {
            port = port * 10 + text.charAt(i++) - '0';
        }
        return port <= LONGEST_PORT && (i == text.length() || "/?#\\".indexOf(text.charAt(i)) >= 0);
    }
}
