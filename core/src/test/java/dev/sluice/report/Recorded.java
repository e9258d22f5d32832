package dev.sluice.report;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Changes;
import dev.sluice.store.Events;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Reads;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log written by hand: each call is one event of the lead that was named last. */
public final class Recorded {
    private final MemoryStore store = MemoryStore.create();
    private final Map<String, Long> seqs = new HashMap<>();
    private String lead = "";
    private String source = "web";
    private boolean test;
    private Instant at = Instant.EPOCH;
    private Scope data = Scope.EMPTY;

    public Events events() {
        return store.events();
    }

    public MemoryStore store() {
        return store;
    }

    public Recorded lead(String id, String from, String moment) {
        lead = "lead_" + id;
        source = from;
        at = Instant.parse(moment);
        data = Scope.EMPTY;
        test = false;
        return this;
    }

    /** An event that is none of a lead: of the account, a batch, a ping. */
    public Recorded aside(String stream, String type, String moment) {
        lead = stream;
        source = "";
        at = Instant.parse(moment);
        data = Scope.EMPTY;
        return add(event(type));
    }

    public Recorded test() {
        test = true;
        return this;
    }

    public Recorded with(String field, Value value) {
        data = data.with(Section.LEAD, data.section(Section.LEAD).with(field, value));
        return this;
    }

    public Recorded after(Duration time) {
        at = at.plus(time);
        return this;
    }

    public Recorded submitted() {
        return add(event("source.submitted"));
    }

    public Recorded accepted(String cost) {
        return add(event("source.accepted").outcome(Outcome.SUCCESS).cost(new BigDecimal(cost)));
    }

    public Recorded rejected(String gate, String reason) {
        return add(event("source.rejected")
                .outcome(Outcome.FAILURE)
                .reason(reason)
                .facts(Obj.EMPTY.with("gate", new Text(gate))));
    }

    public Recorded enhanced(String step, String cost, Outcome outcome, long millis) {
        String type = "enhancement." + outcome.text();
        return add(event(type)
                .step(step)
                .outcome(outcome)
                .cost(new BigDecimal(cost))
                .durationMs(millis));
    }

    public Recorded delivered(String buyer, int attempt, String price, long millis) {
        return add(delivery("recipient.delivered", buyer, attempt, millis)
                .outcome(Outcome.SUCCESS)
                .revenue(new BigDecimal(price)));
    }

    public Recorded ended(String buyer, int attempt, Outcome outcome, @Nullable String reason, long millis) {
        String type = "recipient."
                + switch (outcome) {
                    case ERROR -> "error";
                    case UNKNOWN -> "unknown";
                    default -> "failed";
                };
        return add(delivery(type, buyer, attempt, millis).outcome(outcome).reason(reason));
    }

    public Recorded completed(String cost, String revenue) {
        return add(event("flow.completed")
                .outcome(Outcome.SUCCESS)
                .cost(new BigDecimal(cost))
                .revenue(new BigDecimal(revenue)));
    }

    /** With what it left. */
    public Recorded completed(String cost, String revenue, String margin) {
        return add(event("flow.completed")
                .outcome(Outcome.SUCCESS)
                .cost(new BigDecimal(cost))
                .revenue(new BigDecimal(revenue))
                .facts(Obj.EMPTY.with("margin", Num.of(new BigDecimal(margin)))));
    }

    /** A delivery of a step without an entity: the source's stands on it. */
    public Recorded unnamed(String step, Outcome outcome) {
        return add(event("recipient.failed").step(step).generation(1).attempt(1).outcome(outcome));
    }

    public Recorded processed(String buyer, String type, Obj effects) {
        return add(delivery("feedback.processed", buyer, 0, 0)
                .outcome(Outcome.SUCCESS)
                .facts(Obj.EMPTY
                        .with("feedback", Obj.EMPTY.with("type", new Text(type)))
                        .merge(effects)));
    }

    public Recorded batch(String type, String batch) {
        return add(event(type).fact("batch", Value.text(batch)));
    }

    private Event.Builder delivery(String type, String buyer, int attempt, long millis) {
        return event(type)
                .step(buyer)
                .entity(buyer)
                .generation(1)
                .attempt(attempt)
                .durationMs(millis);
    }

    private Event.Builder event(String type) {
        long seq = seqs.merge(lead, 1L, Long::sum);
        return Event.of(new StreamId("default", lead), seq, EventType.named(type), at)
                .context(new Event.Context("solar", 1, "hash", source, test, "engine"))
                .entity(source)
                .snapshot(data, null);
    }

    private Recorded add(Event.Builder event) {
        Event made = event.build();
        List<Event> all = new ArrayList<>(List.of(made));
        store.write(new Write<Boolean>() {
            @Override
            public Reads reads() {
                return new Reads(List.of(), List.of(), List.of(), List.of(), List.of(made.stream()));
            }

            @Override
            public Boolean decide(View view, Changes changes) {
                changes.append(made.stream(), all);
                return true;
            }
        });
        return this;
    }
}
