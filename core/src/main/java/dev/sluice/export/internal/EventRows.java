package dev.sluice.export.internal;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.Reader;
import dev.sluice.types.Missing;
import dev.sluice.types.Moment;
import dev.sluice.types.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A row for each event. */
final class EventRows {
    private EventRows() {}

    static Rows<Event> seenBy(Reader reader) {
        return new Rows<>(fixed(), Parts.ofEvent(reader));
    }

    private static Map<String, Column<Event>> fixed() {
        Map<String, Column<Event>> all = new LinkedHashMap<>();
        all.put("event_id", event -> Value.text(event.id()));
        all.put("type", event -> Value.text(event.type().text()));
        all.put("timestamp", event -> Moment.of(event.at()));
        all.put("lead_id", event -> Value.text(event.leadId()));
        all.put("flow_id", event -> Value.text(event.context().flow()));
        all.put("entity_id", event -> text(event.entity()));
        all.put("seq", event -> Value.number(event.seq()));
        all.put("account_id", event -> Value.text(event.stream().account()));
        all.put("flow_revision", event -> Value.number(event.context().revision()));
        all.put("source_id", event -> Value.text(event.context().source()));
        all.put("step_id", event -> text(event.step()));
        all.put("generation", event -> counted(event.generation()));
        all.put("attempt", event -> counted(event.attempt()));
        all.put("test", event -> Value.bool(event.context().test()));
        all.put("outcome", event -> text(event.outcome().map(Outcome::text)));
        all.put("reason", event -> text(event.reason()));
        all.put("duration_ms", event -> Value.number(event.durationMs()));
        all.put("cost", event -> event.cost().map(Value::number).orElse(Missing.MISSING));
        all.put("revenue", event -> event.revenue().map(Value::number).orElse(Missing.MISSING));
        return all;
    }

    static Value text(Optional<String> text) {
        return text.isPresent() ? Value.text(text.get()) : Missing.MISSING;
    }

    private static Value counted(int number) {
        return number > 0 ? Value.number(number) : Missing.MISSING;
    }
}
