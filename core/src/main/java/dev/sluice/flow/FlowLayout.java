package dev.sluice.flow;

import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Layout;
import dev.sluice.types.Section;
import java.util.List;
import java.util.stream.Stream;

/** The names that a flow declares in each section of a lead's data. Checks and the journey compile paths by the same ones. */
public final class FlowLayout {
    /** The lead's own id, which stands before its fields; no field may take this name. */
    public static final String ID = "id";

    private FlowLayout() {}

    /** The layout of {@code flow}. A field whose type is not among {@code types} is declared without one. */
    public static Layout of(FlowDefinition flow, FieldTypes types) {
        Layout.Builder layout = Layout.builder()
                .names(Section.LEAD, ID)
                .names(Section.SOURCE, "id", "name")
                .names(Section.SOURCE, "hourly_count", "daily_count", "weekly_count", "monthly_count", "total_count")
                .names(Section.SOURCE, "recipients")
                .names(Section.FLOW, "id", "name", "version")
                .names(Section.ACCOUNT, "id", "name")
                .names(Section.SUBMISSION, "timestamp", "ip", "id", "user_agent", "referrer", "test")
                .names(Section.RECIPIENT, "id", "name")
                .names(Section.VARS, "random", "price", "purchase_price", "event_id", "outcome", "reason")
                .names(Section.VARS, "cap", "suppressionlist");
        flow.allFields().forEach(field -> declare(field, types, layout));
        flow.decisions().lookUps().forEach(lookUp -> layout.names(Section.DECISIONS, lookUp.key()));
        allSteps(flow).forEach(step -> declare(step, layout));
        return layout.build();
    }

    private static void declare(FieldDefinition field, FieldTypes types, Layout.Builder layout) {
        if (field.id().equals(ID)) {
            return;
        }
        FieldType type = types.named(field.type()).orElse(null);
        if (type == null) {
            layout.names(Section.LEAD, field.id());
        } else {
            layout.field(field.id(), type);
        }
    }

    private static void declare(StepDefinition step, Layout.Builder layout) {
        layout.names(Section.STEPS, step.id());
        keys(step).forEach(key -> layout.names(Section.APPENDED, key));
    }

    /** The names under which the answers of {@code step} stand in the appended data. */
    public static List<String> keys(StepDefinition step) {
        if (step instanceof EnhancementStep enhancement) {
            return List.of(enhancement.key());
        }
        if (step instanceof RecipientStep recipient) {
            return List.of(recipient.key());
        }
        if (step instanceof ListStep list) {
            return List.of(list.key());
        }
        return List.of();
    }

    /** Every step, those inside another behind it, those of sub-flows behind all others. */
    public static Stream<StepDefinition> allSteps(FlowDefinition flow) {
        return PlacedStep.all(flow).map(PlacedStep::step);
    }
}
