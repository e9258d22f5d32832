package dev.sluice.http.internal;

import dev.sluice.http.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may stand in a header that settings name. */
public final class HeaderRules {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,256}");
    private static final int LONGEST = 8_192;
    /** Headers that belong to the transport, or that make a recipient trust a request. */
    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "keep-alive",
            "proxy-connection",
            "proxy-authorization",
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature",
            "idempotency-key");

    private HeaderRules() {}

    /** {@code name}, which must be one that settings may use. */
    public static String name(String name) {
        String pointer = pointer(name);
        if (!TOKEN.matcher(name).matches()) {
            throw new InvalidRequestException("/headers", "a header's name has letters, digits and hyphens only");
        }
        switch (name.toLowerCase(Locale.ROOT)) {
            case "content-length" -> throw new InvalidRequestException(pointer, "Content-Length header is not allowed");
            case "accept" -> throw new InvalidRequestException(pointer, "Accept header is not allowed");
            default -> {
                if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
                    throw new InvalidRequestException(pointer, name + " header is not allowed");
                }
            }
        }
        return name;
    }

    /**
     * {@code value} as it is sent: without white space around it, letters beyond ASCII in percent-encoded UTF-8. Line
     * breaks and other control characters are refused.
     */
    public static String value(String name, String value) {
        String trimmed = value.strip();
        boolean control = false;
        boolean ascii = true;
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            control |= (c < ' ' && c != '\t') || (c >= 0x7F && c < 0xA0);
            ascii &= c < 0x80;
        }
        if (control || trimmed.length() > LONGEST) {
            throw new InvalidRequestException(
                    pointer(name),
                    "the value of the " + name + " header has line breaks or control characters, or more than "
                            + LONGEST + " characters");
        }
        return ascii ? trimmed : encoded(trimmed);
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0) {
                out.append((char) b);
            } else {
                out.append('%').append(Integer.toHexString(b & 0xFF).toUpperCase(Locale.ROOT));
            }
        }
        return out.toString();
    }

    private static String pointer(String name) {
        return "/headers/" + name.replace("~", "~0").replace("/", "~1");
    }
}
