package dev.sluice.internal.caps;

import dev.sluice.flow.Cap;
import dev.sluice.flow.CapEntry;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.SharedCap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The caps that several places of a flow share. */
public final class SharedCaps {
    private final Map<String, Cap> caps = new HashMap<>();
    private final Set<String> atGates = new HashSet<>();

    public SharedCaps(FlowDefinition flow) {
        flow.sharedCaps().forEach(cap -> caps.put(cap.id(), cap));
        flow.caps().forEach(this::atGate);
        flow.sources().forEach(source -> source.caps().forEach(this::atGate));
    }

    private void atGate(CapEntry entry) {
        if (entry instanceof SharedCap) {
            atGates.add(entry.id());
        }
    }

    public Cap named(String id) {
        Cap cap = caps.get(id);
        if (cap == null) {
            throw new IllegalStateException("the checks let the unknown shared cap " + id + " pass");
        }
        return cap;
    }

    /** What it counts at all of its places: leads as soon as a flow or source uses it, else deliveries. */
    public Cap.Counts counts(Cap cap) {
        return counts(cap, atGates.contains(cap.id()) ? Cap.Counts.SUCCESSFUL : Cap.Counts.DELIVERED);
    }

    /** @param usual what caps count at this place unless they say so */
    public static Cap.Counts counts(Cap cap, Cap.Counts usual) {
        if (cap.type() == Cap.Type.REVENUE) {
            return Cap.Counts.DELIVERED;
        }
        return cap.counts() == null ? usual : cap.counts();
    }
}
