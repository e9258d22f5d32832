package dev.sluice.internal.revision;

import dev.sluice.internal.caps.CapRecord;
import java.util.Map;

/**
 * Which text of a flow a lead runs under.
 *
 * @param number counted up by the store with every change
 * @param hash over the flow's canonical text
 * @param caps what the counts of each cap depend on, by its key
 */
public record Revision(long number, String hash, Map<String, CapRecord> caps) {
    public Revision {
        caps = Map.copyOf(caps);
    }
}
