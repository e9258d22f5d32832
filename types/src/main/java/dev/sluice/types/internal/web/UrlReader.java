package dev.sluice.types.internal.web;

import org.jspecify.annotations.Nullable;

/** Reads web addresses as browsers do (the URL standard of the WHATWG), for the schemes http and https. */
final class UrlReader {
    private static final int LONGEST_PORT = 65535;

    private final String text;
    private int at;

    private UrlReader(String text) {
        this.text = text;
    }

    /** The address that {@code input} is, {@code http://} put in front when it has no scheme; null when it is none. */
    static @Nullable WebAddress read(String input) {
        String text = withoutBreaks(withoutControlsAround(input));
        if (startsWithWebScheme(text) || text.contains("://")) {
            return new UrlReader(text).address();
        }
        WebAddress address = new UrlReader("http://" + text).address();
        return address == null || !address.userInfo().isEmpty() || isMisspeltScheme(address) ? null : address;
    }

    private static boolean startsWithWebScheme(String text) {
        int end = schemeEnd(text);
        return end > 0 && end + 1 < text.length() && (text.charAt(end + 1) == '/' || text.charAt(end + 1) == '\\');
    }

    /** Where the colon of a leading http or https stands, or -1. */
    private static int schemeEnd(String text) {
        boolean http = text.regionMatches(true, 0, "http", 0, 4);
        int end = http && text.length() > 4 && (text.charAt(4) | 0x20) == 's' ? 5 : 4;
        return http && end < text.length() && text.charAt(end) == ':' ? end : -1;
    }

    /** {@code https//example.com}: the scheme's name became the host. */
    private static boolean isMisspeltScheme(WebAddress address) {
        return address.path().startsWith("//")
                && (address.host().equals("http") || address.host().equals("https"));
    }

    private static String withoutControlsAround(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (from < to && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    private static String withoutBreaks(String text) {
        if (text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        return text.replace("\t", "").replace("\n", "").replace("\r", "");
    }

    private @Nullable WebAddress address() {
        at = schemeEnd(text) + 1;
        if (at == 0) {
            return null;
        }
        String protocol = at == 6 ? "https" : "http";
        while (at < text.length() && isSlash(text.charAt(at))) {
            at++;
        }
        String authority = text.substring(at, authorityEnd());
        int userEnd = authority.lastIndexOf('@');
        String hostAndPort = authority.substring(userEnd + 1);
        int colon = portColon(hostAndPort);
        String host = UrlHost.read(colon < 0 ? hostAndPort : hostAndPort.substring(0, colon));
        String port = colon < 0 ? "" : port(hostAndPort.substring(colon + 1), protocol);
        if (host == null || port == null) {
            return null;
        }
        String userInfo = userEnd < 0 ? "" : userInfo(authority.substring(0, userEnd));
        at += authority.length();
        return new WebAddress(protocol, userInfo, host, port, path(), query(), hash());
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private int authorityEnd() {
        int end = at;
        while (end < text.length() && "/\\?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int portColon(String hostAndPort) {
        int bracket = hostAndPort.startsWith("[") ? hostAndPort.indexOf(']') : 0;
        return hostAndPort.indexOf(':', Math.max(bracket, 0));
    }

    /** The port without leading zeros, empty when it is the protocol's own; null when it is none. */
    private static @Nullable String port(String digits, String protocol) {
        int port = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            port = port * 10 + c - '0';
            if (port > LONGEST_PORT) {
                return null;
            }
        }
        boolean own = digits.isEmpty() || port == (protocol.equals("https") ? 443 : 80);
        return own ? "" : Integer.toString(port);
    }

    private static String userInfo(String text) {
        int colon = text.indexOf(':');
        String name = PercentEncoding.USER_INFO.encode(colon < 0 ? text : text.substring(0, colon));
        String password = colon < 0 ? "" : PercentEncoding.USER_INFO.encode(text.substring(colon + 1));
        String both = password.isEmpty() ? name : name + ":" + password;
        return both.isEmpty() ? "" : both + "@";
    }

    private String path() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
            end++;
        }
        String path = text.substring(at, end);
        at = end;
        return PercentEncoding.PATH.encode(DotSegments.resolve(path));
    }

    private String query() {
        if (at == text.length() || text.charAt(at) != '?') {
            return "";
        }
        int hash = text.indexOf('#', at);
        int end = hash < 0 ? text.length() : hash;
        String query = text.substring(at, end);
        at = end;
        return PercentEncoding.QUERY.encode(query);
    }

    private String hash() {
        return at == text.length() ? "" : "#" + PercentEncoding.HASH.encode(text.substring(at + 1));
    }
}
