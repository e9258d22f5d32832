package dev.sluice.event;

import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;

/** What stands where a value was that nobody can read any more; values of fields are never plain objects otherwise. */
public final class Erased {
    public static final Obj VALUE = Obj.EMPTY.with("erased", Bool.TRUE);

    private Erased() {}

    /** Whether a field of the lead is such a one. */
    public static boolean isIn(Scope data) {
        Obj lead = data.section(Section.LEAD);
        for (int i = 0; i < lead.shape().size(); i++) {
            if (lead.at(i) instanceof Obj value && value.equals(VALUE)) {
                return true;
            }
        }
        return false;
    }
}
