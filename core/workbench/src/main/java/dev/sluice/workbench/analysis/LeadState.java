package dev.sluice.workbench.analysis;

import dev.sluice.types.Ref;
import dev.sluice.types.Section;
import java.util.HashMap;
import java.util.Map;

/** How often each part of a lead was changed on its way so far. Not safe for several threads. */
final class LeadState {
    private final Map<String, Integer> changes;
    private int ownNames;

    LeadState() {
        this.changes = new HashMap<>();
    }

    /** Notes that a step changes {@code name} of {@code section}. */
    void changed(Section section, String name) {
        changes.merge(section.path() + "." + name, 1, Integer::sum);
    }

    /** The number of the state that {@code ref} reads; one of its own where nobody knows what changes it. */
    int of(Ref ref) {
        boolean constant = Datum.name(ref).equals("random");
        if (!ref.declared() || ref.section() == Section.VARS && !constant) {
            return --ownNames;
        }
        String member = ref.member().orElse("");
        return changes.getOrDefault(ref.section().path() + "." + member, 0);
    }
}
