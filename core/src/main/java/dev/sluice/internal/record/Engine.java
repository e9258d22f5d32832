package dev.sluice.internal.record;

import java.time.zone.ZoneRulesProvider;

/** What an answer depended on beside the flow: versions of the library and of the tables it reads. */
public final class Engine {
    /** The version of the library. */
    static final String LIBRARY = "0.1.0";

    public static final String VERSIONS = "sluice/" + LIBRARY + " tz/" + zones();

    private Engine() {}

    private static String zones() {
        return ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
    }
}
