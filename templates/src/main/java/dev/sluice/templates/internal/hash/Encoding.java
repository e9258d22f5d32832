package dev.sluice.templates.internal.hash;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** How a digest is written. */
public enum Encoding {
    HEX,
    BASE64,
    LATIN1;

    /** The encoding called {@code name}; hex when the name is empty. */
    public static Optional<Encoding> named(String name) {
        return switch (name) {
            case "", "hex" -> Optional.of(HEX);
            case "base64" -> Optional.of(BASE64);
            case "latin1", "binary" -> Optional.of(LATIN1);
            default -> Optional.empty();
        };
    }

    public String text(byte[] digest) {
        return switch (this) {
            case HEX -> HexFormat.of().formatHex(digest);
            case BASE64 -> Base64.getEncoder().encodeToString(digest);
            case LATIN1 -> new String(digest, StandardCharsets.ISO_8859_1);
        };
    }
}
