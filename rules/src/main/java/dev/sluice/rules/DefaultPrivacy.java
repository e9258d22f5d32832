package dev.sluice.rules;

import dev.sluice.types.FieldType;
import dev.sluice.types.Pii;
import dev.sluice.types.Ref;

/** Privacy as the types declare it. */
final class DefaultPrivacy {
    private DefaultPrivacy() {}

    static Pii of(Ref ref) {
        return switch (ref.section()) {
            case LEAD -> ref.type().map(FieldType::pii).orElse(Pii.PERSONAL);
            case APPENDED -> Pii.PERSONAL;
            case SUBMISSION -> ref.member().filter("ip"::equals).isPresent() ? Pii.PERSONAL : Pii.NONE;
            default -> Pii.NONE;
        };
    }
}
