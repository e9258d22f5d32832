package dev.sluice.types.internal.web;

/**
 * The fast way for web addresses that are in their normal form already: a host of small letters, a path, perhaps a query,
 * and no character that would have to be looked at twice. What it accepts, {@link UrlReader} would give back unchanged.
 */
final class PlainUrl {
    private static final String[] SCHEMES = {"https://", "http://"};
    private static final boolean[] IN_PATH = characters("-_~=&+,");
    private static final boolean[] IN_QUERY = characters("-_~=&+,./%:");

    private PlainUrl() {}

    private static boolean[] characters(String signs) {
        boolean[] allowed = new boolean[128];
        for (char c = '0'; c <= 'z'; c++) {
            allowed[c] = isAlphanumeric(c);
        }
        signs.chars().forEach(c -> allowed[c] = true);
        return allowed;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** Whether {@code text} is plainly a valid address in its normal form. */
    static boolean is(String text) {
        for (String scheme : SCHEMES) {
            if (text.startsWith(scheme)) {
                int path = text.indexOf('/', scheme.length());
                return isHost(text, scheme.length(), path) && isPathAndQuery(text, path);
            }
        }
        return false;
    }

    /** Small letters, and a last label that no one could take for a number. */
    private static boolean isHost(String text, int from, int to) {
        if (HostName.capitalsOf(text, from, to) != 0) {
            return false;
        }
        char last = text.charAt(text.lastIndexOf('.', to) < from ? from : text.lastIndexOf('.', to) + 1);
        return last >= 'a' && last <= 'z';
    }

    private static boolean isPathAndQuery(String text, int path) {
        int query = text.indexOf('?', path);
        int end = query < 0 ? text.length() : query;
        return isPath(text, path, end) && (query < 0 || isQuery(text, query + 1));
    }

    /** No segment begins with a dot, so none can mean a folder above. */
    private static boolean isPath(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean separates = c == '/' || (c == '.' && text.charAt(i - 1) != '/');
            if (!separates && (c >= 128 || !IN_PATH[c])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isQuery(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || !IN_QUERY[c]) {
                return false;
            }
        }
        return from < text.length();
    }
}
