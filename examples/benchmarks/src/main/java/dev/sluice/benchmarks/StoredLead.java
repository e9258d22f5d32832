package dev.sluice.benchmarks;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Changes;
import dev.sluice.store.Reads;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A lead of eight events: 40 fields, of about 2 KB as JSON, and one or two more with each event. */
final class StoredLead {
    static final int EVENTS = 8;
    private static final Instant AT = Instant.parse("2026-03-15T14:30:00Z");
    private static final Event.Context CONTEXT =
            new Event.Context("solar", 1, "0123456789abcdef", "web", false, "sluice 0.1");
    private static final List<Scope> SCOPES = scopes();

    private StoredLead() {}

    private static List<Scope> scopes() {
        Obj lead = Obj.EMPTY;
        for (int i = 0; i < 40; i++) {
            lead = lead.with("field_" + i, new Text("a value of field number " + i + ", as forms send"));
        }
        List<Scope> scopes = new ArrayList<>();
        Scope scope = Scope.EMPTY.with(Section.LEAD, lead);
        for (int i = 0; i < EVENTS; i++) {
            scopes.add(scope);
            Obj more = scope.section(Section.APPENDED).with("intel_" + i, new Text("answer " + i));
            scope = scope.with(Section.APPENDED, i % 2 == 0 ? more : more.with("score_" + i, new Text("0." + i)));
        }
        return scopes;
    }

    static StreamId stream(long number) {
        return new StreamId("default", String.format(Locale.ROOT, "lead_%012d", number));
    }

    static Event event(StreamId stream, int seq) {
        return Event.of(stream, seq, EventType.FILTER_PASSED, AT)
                .context(CONTEXT)
                .step("step_" + seq)
                .snapshot(SCOPES.get(seq - 1), seq == 1 ? null : SCOPES.get(seq - 2))
                .build();
    }

    static List<Event> events(StreamId stream) {
        List<Event> events = new ArrayList<>(EVENTS);
        for (int seq = 1; seq <= EVENTS; seq++) {
            events.add(event(stream, seq));
        }
        return events;
    }

    /** Appends and reads nothing. */
    record Append(StreamId stream, List<Event> events) implements Write<Boolean> {
        @Override
        public Reads reads() {
            return Reads.NONE;
        }

        @Override
        public Boolean decide(View view, Changes changes) {
            changes.append(stream, events);
            return Boolean.TRUE;
        }
    }
}
