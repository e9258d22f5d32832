package dev.sluice.store.codec;

import dev.sluice.types.Pii;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Set;

/** Which data of a lead are about a person: what a type says, and all that no type describes or could read. */
final class Personal {
    private static final Set<String> SUBMISSION = Set.of("timestamp", "id", "test");

    private Personal() {}

    static boolean isValue(Section section, String name, Value value) {
        return switch (section) {
            case LEAD -> !name.equals("id") && !isPublic(value);
            case APPENDED, DECISIONS, FEEDBACK -> true;
            case SUBMISSION -> !SUBMISSION.contains(name);
            case STEPS, SOURCE, FLOW, ACCOUNT, RECIPIENT, VARS -> false;
        };
    }

    private static boolean isPublic(Value value) {
        return value instanceof Typed typed && typed.type().pii(typed) == Pii.NONE;
    }

    /** Whether the name itself may tell of a person: nobody declared it. */
    static boolean isName(Section section, Value value) {
        return section == Section.LEAD && !(value instanceof Typed);
    }
}
