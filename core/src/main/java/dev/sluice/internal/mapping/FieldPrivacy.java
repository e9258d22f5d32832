package dev.sluice.internal.mapping;

import dev.sluice.rules.PrivacyPolicy;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Pii;
import dev.sluice.types.Ref;
import dev.sluice.types.Section;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The privacy that a flow declares on its fields; of anything else what its type says. */
public record FieldPrivacy(Map<String, FieldPlan> fields) implements PrivacyPolicy {
    @Override
    public Pii of(Ref ref) {
        FieldPlan field = field(ref);
        return field == null ? BY_TYPE.of(ref) : field.pii();
    }

    @Override
    public MaskStyle style(Ref ref) {
        FieldPlan field = field(ref);
        return field == null ? MaskStyle.PARTIAL : field.mask();
    }

    private @Nullable FieldPlan field(Ref ref) {
        return ref.section() == Section.LEAD ? ref.member().map(fields::get).orElse(null) : null;
    }
}
