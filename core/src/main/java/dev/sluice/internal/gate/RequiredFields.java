package dev.sluice.internal.gate;

import dev.sluice.delivery.Outcome;
import dev.sluice.internal.Gate;
import dev.sluice.internal.Hearing;
import dev.sluice.internal.mapping.FieldPlan;
import dev.sluice.internal.record.Verdict;
import dev.sluice.types.Obj;
import dev.sluice.types.Pii;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses leads that leave a required field blank. An invalid value is not blank. A ping need not say what is personal. */
public final class RequiredFields implements Gate {
    private final FieldPlan[] required;

    public RequiredFields(List<FieldPlan> fields) {
        this.required = fields.stream().filter(FieldPlan::required).toArray(FieldPlan[]::new);
    }

    @Override
    public @Nullable Verdict refusal(Hearing hearing) {
        Obj lead = hearing.scope().section(Section.LEAD);
        for (FieldPlan field : required) {
            boolean asked = !hearing.run().isPing() || field.pii() == Pii.NONE;
            if (asked && lead.at(field.place()).isBlank()) {
                return Verdict.refuse(
                        Outcome.FAILURE,
                        "Missing required field: " + field.id(),
                        Obj.EMPTY.with("missing_field", new Text(field.id())));
            }
        }
        return null;
    }
}
