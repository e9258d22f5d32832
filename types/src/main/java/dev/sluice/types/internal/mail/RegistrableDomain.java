package dev.sluice.types.internal.mail;

import java.util.Set;

/**
 * The part of a domain that someone registers: the last two labels, or the last three where a country sells names below
 * labels such as {@code co} and {@code com}. A short form of the public-suffix rules, good enough to look up mail services.
 */
final class RegistrableDomain {
    private static final int COUNTRY_CODE = 2;
    private static final Set<String> SECOND_LEVEL = Set.of(
            "co", "com", "net", "org", "edu", "gov", "ac", "or", "ne", "go", "ad", "gr", "lg", "ed", "gob", "govt",
            "gouv", "mil", "nom", "sch", "ltd", "plc", "nhs", "police", "asn", "id", "web", "info", "biz", "firm",
            "gen", "ind", "nic", "res", "my", "in", "re", "pe", "mi", "k12", "school", "iwi", "geek", "maori", "health",
            "cri");

    private RegistrableDomain() {}

    static String of(String domain) {
        int top = domain.lastIndexOf('.');
        int second = top < 1 ? -1 : domain.lastIndexOf('.', top - 1);
        if (second < 0) {
            return domain;
        }
        boolean countryCode = domain.length() - top - 1 == COUNTRY_CODE;
        if (countryCode && SECOND_LEVEL.contains(domain.substring(second + 1, top))) {
            return domain.substring(domain.lastIndexOf('.', second - 1) + 1);
        }
        return domain.substring(second + 1);
    }
}
