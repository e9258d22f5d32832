package dev.sluice.internal.record;

import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import java.util.ArrayList;
import java.util.List;

/** What others have changed of a lead's data while somebody works on it who began before. Immutable. */
final class Additions {
    static final Additions NONE = new Additions(List.of());

    private final List<Changed> all;

    private Additions(List<Changed> all) {
        this.all = List.copyOf(all);
    }

    /** A section before and after it was changed. */
    private record Changed(Section section, Obj before, Obj now) {}

    /** These, and what is different between two moments. */
    Additions and(Scope before, Scope now) {
        List<Changed> more = new ArrayList<>(all);
        for (Section section : Section.values()) {
            if (!now.section(section).equals(before.section(section))) {
                more.add(new Changed(section, before.section(section), now.section(section)));
            }
        }
        return new Additions(more);
    }

    /** The data with what others have changed, where it is still as it was before that. */
    Scope over(Scope data) {
        Scope next = data;
        for (Changed changed : all) {
            if (next.section(changed.section()).equals(changed.before())) {
                next = next.with(changed.section(), changed.now());
            }
        }
        return next;
    }
}
