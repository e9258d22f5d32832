package dev.sluice.partner.internal;

import java.util.Map;

/** A valid value of each type, of nobody. */
public final class Examples {
    private static final Map<String, String> BY_TYPE = Map.ofEntries(
            Map.entry("email", "jordan@example.com"),
            Map.entry("phone", "512-555-0123"),
            Map.entry("first_name", "Jordan"),
            Map.entry("last_name", "Doe"),
            Map.entry("state", "TX"),
            Map.entry("city", "Austin"),
            Map.entry("street", "100 Example St"),
            Map.entry("postal_code", "78701"),
            Map.entry("number", "12"),
            Map.entry("boolean", "true"),
            Map.entry("date", "2026-03-15"),
            Map.entry("dob", "1980-03-15"),
            Map.entry("time", "2026-03-15T14:30:00Z"),
            Map.entry("range", "10-20"),
            Map.entry("gender", "female"),
            Map.entry("ip", "192.0.2.1"),
            Map.entry("url", "https://example.com/form"),
            Map.entry("trustedform_url", "https://cert.trustedform.com/0123456789abcdef0123456789abcdef01234567"));

    private Examples() {}

    public static String of(String type) {
        return BY_TYPE.getOrDefault(type, "text");
    }
}
