package dev.sluice.flow.check.internal.texts;

import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Reads;
import dev.sluice.flow.check.Subject;
import dev.sluice.internal.names.Nearest;
import dev.sluice.types.FieldType;
import dev.sluice.types.Path;
import dev.sluice.types.Ref;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import java.util.ArrayList;
import java.util.List;

/** Paths to components that the type of the field has not: {@code lead.email.domian}. */
final class Components implements Check {
    /** What every typed value has. */
    private static final List<String> COMMON = List.of("value", "normal", "raw", "valid", "problem", "masked");

    @Override
    public void check(Subject subject, Found found) {
        Reads.of(subject, (place, ref) -> {
            if (ref.isPart() && place.stage() != Stage.INBOUND) {
                ref.type().ifPresent(type -> component(place, ref, type, found));
            }
        });
    }

    private static void component(Place place, Ref ref, FieldType type, Found found) {
        List<String> words = Path.of(ref.path().trim()).words();
        String name = words.get(words.get(0).equals(Section.LEAD.path()) ? 2 : 1);
        if (!COMMON.contains(name)
                && type.parts().indexOf(name) < 0
                && !type.aliases().containsKey(name)) {
            List<String> known = new ArrayList<>(type.parts().names());
            known.add("valid");
            known.add("raw");
            found.warning(
                    "unknown_component",
                    place.pointer(),
                    "a field of type " + type.name() + " has no component '" + name + "'; "
                            + Nearest.advice(name, known));
        }
    }
}
