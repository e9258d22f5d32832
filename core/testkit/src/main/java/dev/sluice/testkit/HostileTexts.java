package dev.sluice.testkit;

import java.util.List;

/** Texts as somebody sends them to do harm, or by mistake. */
final class HostileTexts {
    private static final List<String> ALL = List.of(
            "",
            " ",
            "\u0000\u001b[2J\r\n",
            "\ud800",
            "x".repeat(100_000),
            "'; drop table lead; --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "{{secret.key}}",
            "(((((((((((((((((((((((((((a*)*)*)*)*");

    private HostileTexts() {}

    static List<String> all() {
        return ALL;
    }
}
