package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Event;
import dev.sluice.store.codec.EventCodec;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a lead stands, in one row beside its events, for lists and reports that need no snapshot. Made of its events alone,
 * and of their columns only. Immutable.
 *
 * @param lead its id
 * @param revision of the flow
 * @param state {@code submitted}, {@code accepted}, {@code rejected} or {@code completed}
 * @param outcome how it ended; null while it has not
 * @param reason why it was rejected or failed
 * @param submittedAt null when its first event is no submission
 * @param completedAt when it was rejected or completed; null while it is neither
 * @param cost of all its events, in millionths
 * @param revenue of all its events, in millionths
 * @param lastSeq the number of its last event
 */
public record LeadSummary(
        String lead,
        String flow,
        long revision,
        String source,
        @Nullable String state,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable Instant submittedAt,
        @Nullable Instant completedAt,
        long cost,
        long revenue,
        long lastSeq) {
    private static final Map<String, String> STATES = Map.of(
            "source.submitted", "submitted",
            "source.accepted", "accepted",
            "source.rejected", "rejected",
            "flow.completed", "completed");

    public LeadSummary {
        requireNonNull(lead, "lead");
        requireNonNull(flow, "flow");
        requireNonNull(source, "source");
    }

    /** The same after one more event. */
    static LeadSummary after(@Nullable LeadSummary before, Event event) {
        Map<String, String> columns = EventCodec.columns(event);
        LeadSummary base = before == null ? none(event, columns) : before;
        return base.plus(event, columns).entered(event, columns);
    }

    private static LeadSummary none(Event event, Map<String, String> columns) {
        return new LeadSummary(
                event.leadId(),
                columns.getOrDefault("flow", ""),
                event.context().revision(),
                columns.getOrDefault("source", ""),
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                0);
    }

    private LeadSummary plus(Event event, Map<String, String> columns) {
        return new LeadSummary(
                lead,
                flow,
                revision,
                source,
                state,
                outcome,
                reason,
                submittedAt,
                completedAt,
                cost + amount(columns, "cost"),
                revenue + amount(columns, "revenue"),
                event.seq());
    }

    private LeadSummary entered(Event event, Map<String, String> columns) {
        String next = STATES.get(event.type().text());
        if (next == null) {
            return this;
        }
        boolean begins = next.equals("submitted");
        boolean ends = next.equals("rejected") || next.equals("completed");
        return new LeadSummary(
                lead,
                flow,
                revision,
                source,
                next,
                ends ? Optional.ofNullable(columns.get("outcome")).orElse(outcome) : outcome,
                ends ? Optional.ofNullable(columns.get("reason")).orElse(reason) : reason,
                begins ? event.at() : submittedAt,
                ends ? event.at() : completedAt,
                cost,
                revenue,
                lastSeq);
    }

    private static long amount(Map<String, String> columns, String name) {
        return Long.parseLong(columns.getOrDefault(name, "0"));
    }
}
