package dev.sluice.http.internal.body;

/** Text inside XML. Characters that XML does not know become U+FFFD. */
final class XmlEscapes {
    private XmlEscapes() {}

    static String text(String text) {
        return escaped(text, false);
    }

    /** For between double quotes. */
    static String attribute(String text) {
        return escaped(text, true);
    }

    /** As a section, or several when the text holds the end of one. */
    static String cdata(String text) {
        return "<![CDATA[" + known(text).replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    static String comment(String text) {
        String safe = known(text).replace("--", "- -");
        return "<!-- " + (safe.endsWith("-") ? safe + " " : safe) + " -->";
    }

    private static String escaped(String text, boolean attribute) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        known(text).codePoints().forEach(point -> escape(point, attribute, out));
        return out.toString();
    }

    private static void escape(int point, boolean attribute, StringBuilder out) {
        switch (point) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append(attribute ? ">" : "&gt;");
            case '"' -> out.append(attribute ? "&quot;" : "\"");
            case '\r' -> out.append("&#xD;");
            case '\n' -> out.append(attribute ? "&#xA;" : "\n");
            case '\t' -> out.append(attribute ? "&#x9;" : "\t");
            default -> out.appendCodePoint(point);
        }
    }

    /** {@code text} with the characters that XML allows. */
    static String known(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(point -> isKnown(point) ? point : 0xFFFD).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isKnown(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= ' ' && point < Character.MIN_SURROGATE)
                || (point > Character.MAX_SURROGATE && point < 0xFFFE)
                || point > 0xFFFF;
    }
}
