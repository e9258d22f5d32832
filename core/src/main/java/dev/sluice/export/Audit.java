package dev.sluice.export;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.event.EventType;
import dev.sluice.event.Treatments;
import dev.sluice.event.TypePattern;
import dev.sluice.json.EventQueryText;
import dev.sluice.store.StreamId;
import dev.sluice.types.Moment;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the log tells of exports: who took what, when, and how much of it. Never what a query compares personal data with. */
final class Audit {
    private Audit() {}

    static JobWrite.Told of(EventType type, Job job) {
        return new JobWrite.Told(type, (stream, seq, kind, at) -> event(stream, seq, kind, at, job));
    }

    private static Event event(StreamId stream, long seq, EventType type, Instant at, Job job) {
        return Event.of(stream, seq, type, at)
                .outcome(outcome(type))
                .reason(type.equals(EventType.EXPORT_FAILED) ? job.problem() : null)
                .facts(facts(job))
                .detail(
                        job.request().query().isEmpty()
                                ? Obj.EMPTY
                                : Obj.of(
                                        Map.of("query", Value.text(job.request().query()))))
                .build();
    }

    private static Outcome outcome(EventType type) {
        if (type.equals(EventType.EXPORT_FAILED)) {
            return Outcome.ERROR;
        }
        return type.equals(EventType.EXPORT_CANCELLED) ? Outcome.SKIP : Outcome.SUCCESS;
    }

    private static Obj facts(Job job) {
        ExportRequest request = job.request();
        Map<String, Value> facts = new LinkedHashMap<>();
        facts.put("export_id", Value.text(job.id()));
        facts.put("kind", Value.text(request.kind().text()));
        facts.put("reader", Value.text(request.reader().name()));
        facts.put("role", Value.text(request.reader().role().name()));
        if (!request.reader().treatments().equals(Treatments.NONE)) {
            facts.put("treatments", Value.text(request.reader().treatments().text()));
        }
        facts.put("format", Value.text(request.format()));
        facts.put("columns", Value.text(request.columns().text()));
        facts.put("as_of", Moment.of(job.asOf()));
        facts.put("query", query(EventQueryText.read(request.query())));
        if (!request.plan().isEmpty()) {
            facts.put("plan", Value.text(request.plan()));
        }
        facts.put("rows", Value.number(job.rows()));
        facts.put("bytes", Value.number(job.bytes()));
        facts.put(
                "files",
                Value.list(job.files().stream()
                        .map(file -> Value.text(file.name()))
                        .toList()));
        return Obj.of(facts);
    }

    /** Ids, types and moments as they were asked for, and of what may be personal only that it was. */
    private static Obj query(EventQuery asked) {
        Map<String, Value> all = new LinkedHashMap<>();
        put(all, "flow_id", asked.flow());
        put(all, "lead_id", asked.lead().map(StreamId::id));
        put(all, "source_id", asked.source());
        put(all, "entity_id", asked.entity());
        put(all, "step_id", asked.step());
        asked.start().ifPresent(start -> all.put("start", Moment.of(start)));
        asked.end().ifPresent(end -> all.put("end", Moment.of(end)));
        if (!asked.types().isEmpty()) {
            all.put(
                    "type",
                    Value.list(asked.types().stream()
                            .map(TypePattern::text)
                            .map(Value::text)
                            .toList()));
        }
        if (!asked.outcomes().isEmpty()) {
            all.put(
                    "outcome",
                    Value.list(asked.outcomes().stream()
                            .map(Outcome::text)
                            .map(Value::text)
                            .toList()));
        }
        if (asked.reason().isPresent() || asked.hasRules()) {
            all.put("by_content", Value.bool(true));
        }
        return Obj.of(all);
    }

    private static void put(Map<String, Value> all, String name, Optional<String> id) {
        id.ifPresent(text -> all.put(name, Value.text(text)));
    }
}
