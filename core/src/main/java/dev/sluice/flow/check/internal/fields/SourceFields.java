package dev.sluice.flow.check.internal.fields;

import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;
import java.util.HashMap;
import java.util.Map;

/** Fields that a source adds although the flow has them, or that another source adds as something else. */
final class SourceFields implements Check {
    @Override
    public void check(Subject subject, Found found) {
        Map<String, PlacedField> known = new HashMap<>();
        for (PlacedField placed : PlacedField.all(subject.flow())) {
            PlacedField before = known.putIfAbsent(placed.field().id(), placed);
            if (before != null && placed.pointer().startsWith("/sources/")) {
                compare(before, placed, found);
            }
        }
    }

    private static void compare(PlacedField before, PlacedField placed, Found found) {
        if (before.pointer().startsWith("/fields/")) {
            found.error(
                    "duplicate_id",
                    placed.pointer() + "/id",
                    "the flow has the field '" + placed.field().id()
                            + "' already; say in 'fieldOverrides' what is different about it");
        } else if (!isAlike(before.field(), placed.field())) {
            found.error(
                    "differing_field",
                    placed.pointer(),
                    "the field at " + before.pointer() + " is called '"
                            + placed.field().id()
                            + "' too; give both the same type, pii and mask, or one of them another id");
        }
    }

    private static boolean isAlike(FieldDefinition one, FieldDefinition other) {
        return one.type().equals(other.type()) && one.pii() == other.pii() && one.mask() == other.mask();
    }
}
