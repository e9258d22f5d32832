package dev.sluice.internal;

import java.util.Map;

/**
 * Which text of a flow a lead runs under.
 *
 * @param number counted up by the store with every change
 * @param hash over the flow's canonical text
 * @param caps what the counts of each cap depend on, by its key
 */
record Revision(long number, String hash, Map<String, CapRecord> caps) {
    Revision {
        caps = Map.copyOf(caps);
    }
}
