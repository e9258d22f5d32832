package dev.sluice.json.internal.tree;

import dev.sluice.internal.names.Nearest;
import java.time.ZoneId;

/** What is said about a time zone that nobody knows; there are too many to list. */
final class TimeZones {
    private TimeZones() {}

    static String unknown(String id) {
        return "there is no time zone '" + Words.shown(id) + "'; "
                + Nearest.to(id, ZoneId.getAvailableZoneIds().stream().sorted().toList())
                        .map(zone -> "did you mean '" + zone + "'?")
                        .orElse("give an IANA name such as America/New_York");
    }
}
