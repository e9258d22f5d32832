package dev.sluice.types.internal.phone;

import java.util.Set;

/** The area codes of North America whose calls cost the caller nothing. */
final class TollFree {
    private static final Set<String> AREA_CODES = Set.of("800", "833", "844", "855", "866", "877", "888");

    private TollFree() {}

    static boolean isAreaCode(String area) {
        return area.length() == 3 && area.charAt(0) == '8' && AREA_CODES.contains(area);
    }
}
