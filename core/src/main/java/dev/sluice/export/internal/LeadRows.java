package dev.sluice.export.internal;

import static java.util.stream.Collectors.joining;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.event.Reader;
import dev.sluice.types.Missing;
import dev.sluice.types.Moment;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row for each lead. */
final class LeadRows {
    private LeadRows() {}

    static Rows<LeadSoFar> seenBy(Reader reader) {
        List<Part<LeadSoFar>> parts = new ArrayList<>(Parts.ofSnapshot(reader, LeadSoFar::snapshot));
        parts.add(Parts.ofInput(reader, LeadSoFar::first));
        return new Rows<>(fixed(), parts);
    }

    private static Map<String, Column<LeadSoFar>> fixed() {
        Map<String, Column<LeadSoFar>> all = new LinkedHashMap<>();
        all.put("lead_id", lead -> Value.text(lead.first().leadId()));
        all.put("flow_id", lead -> Value.text(lead.first().context().flow()));
        all.put("source_id", lead -> Value.text(lead.first().context().source()));
        all.put("test", lead -> Value.bool(lead.first().context().test()));
        all.put("submitted_at", lead -> Moment.of(lead.first().at()));
        all.put("accepted_at", lead -> moment(lead.of(EventType.SOURCE_ACCEPTED)));
        all.put("completed_at", lead -> moment(lead.of(EventType.FLOW_COMPLETED)));
        all.put("status", lead -> Value.text(lead.status()));
        all.put("outcome", lead -> EventRows.text(lead.outcome().map(Outcome::text)));
        all.put("reason", lead -> EventRows.text(lead.decisive().reason()));
        all.put("deliveries", lead -> Value.number(lead.delivered().count()));
        all.put("delivered_to", lead -> deliveredTo(lead));
        all.put("cost", lead -> Value.number(lead.cost()));
        all.put("revenue", lead -> Value.number(lead.revenue()));
        all.put("margin", lead -> Value.number(lead.revenue().subtract(lead.cost())));
        all.put("events", lead -> Value.number(lead.events().size()));
        return all;
    }

    private static Value moment(Optional<Event> event) {
        return event.isPresent() ? Moment.of(event.get().at()) : Missing.MISSING;
    }

    private static Value deliveredTo(LeadSoFar lead) {
        String names = lead.delivered()
                .map(event -> event.step().orElse(""))
                .distinct()
                .collect(joining(" "));
        return names.isEmpty() ? Missing.MISSING : Value.text(names);
    }
}
