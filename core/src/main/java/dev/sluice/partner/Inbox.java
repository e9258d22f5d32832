package dev.sluice.partner;

import dev.sluice.Flow;
import dev.sluice.FlowRevision;
import dev.sluice.Sluice;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Pii;
import dev.sluice.types.StandardFields;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where leads go that a free account is sent: a flow without rules, which takes whatever comes. It learns fields and
 * partners as they come; its leads are read and exported like those of any flow. Safe on any thread.
 */
public final class Inbox {
    /** The flow's id. */
    public static final String FLOW = "inbox";

    /** What can be the name of a field; the rest of what a seller sends stays in the first event only. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    private static final int MOST_FIELDS = 500;

    private final Sluice instance;
    private @Nullable Flow open;

    Inbox(Sluice instance) {
        this.instance = instance;
    }

    /** The flow, open for leads of {@code partner} with these names. */
    synchronized Flow flow(String partner, Collection<String> names) {
        FlowDefinition before = open == null ? latest() : open.definition();
        FlowDefinition now = with(before, partner, names);
        if (open == null || now != before) {
            open = instance.open(now);
        }
        return open;
    }

    private FlowDefinition latest() {
        List<FlowRevision> revisions = instance.revisions(FLOW);
        return revisions.isEmpty()
                ? FlowDefinition.builder(FLOW).name("Inbox").build()
                : revisions.get(revisions.size() - 1).definition();
    }

    private static FlowDefinition with(FlowDefinition before, String partner, Collection<String> names) {
        FlowDefinition.Builder more = before.toBuilder();
        boolean knowsAll = true;
        if (before.sources().stream().noneMatch(source -> partner.equals(source.account()))) {
            more.source(SourceDefinition.partner(partner));
            knowsAll = false;
        }
        for (String name : names) {
            if (before.fields().size() < MOST_FIELDS
                    && NAME.matcher(name).matches()
                    && before.fields().stream().noneMatch(field -> field.id().equals(name))) {
                more.field(field(name));
                knowsAll = false;
            }
        }
        return knowsAll ? before : more.build();
    }

    /** As the catalogue has it; what it does not know may be anything, and is taken for personal. */
    private static FieldDefinition field(String name) {
        return StandardFields.named(name)
                .map(standard -> FieldDefinition.of(name, standard.type().name()))
                .orElseGet(() -> FieldDefinition.of(name, "string").withPrivacy(Pii.PERSONAL, MaskStyle.PARTIAL));
    }
}
