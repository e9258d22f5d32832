package dev.sluice.inbound;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The charset of an XML document: what the transport says, else its byte order mark, else its declaration, else UTF-8. */
final class XmlCharset {
    private static final int DECLARATION = 200;
    private static final String ENCODING = "encoding";

    private XmlCharset() {}

    static Charset of(byte[] body, @Nullable Charset transport) {
        if (transport != null) {
            return transport;
        }
        if (starts(body, 0xFE, 0xFF) || starts(body, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(body, 0xFF, 0xFE) || starts(body, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return declared(new String(body, 0, Math.min(body.length, DECLARATION), StandardCharsets.ISO_8859_1));
    }

    private static boolean starts(byte[] body, int first, int second) {
        return body.length > 1 && (body[0] & 0xFF) == first && (body[1] & 0xFF) == second;
    }

    private static Charset declared(String start) {
        int end = start.indexOf("?>");
        int encoding = start.indexOf(ENCODING);
        if (encoding < 0 || encoding > end) {
            return StandardCharsets.UTF_8;
        }
        String rest = start.substring(encoding + ENCODING.length(), end).strip();
        String value = rest.startsWith("=") ? rest.substring(1).strip() : "";
        int close = value.isEmpty() ? -1 : value.indexOf(value.charAt(0), 1);
        return close < 0 ? StandardCharsets.UTF_8 : MediaType.charset(value.substring(1, close));
    }
}
