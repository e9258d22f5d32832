package dev.sluice.jdbc;

import dev.sluice.store.StoredEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What some events add to the row of their lead, which is made of its events alone: for lists and reports that need no
 * snapshot.
 */
final class LeadRow {
    /** The types that change a lead's state, and the state. */
    private static final Map<String, String> STATES = Map.of(
            "source.submitted", "submitted",
            "source.accepted", "accepted",
            "source.rejected", "rejected",
            "flow.completed", "completed");

    private static final String UPSERT =
            "insert into lead (account, lead_id, flow, rev, source, state, outcome, reason,"
                    + " submitted_at, completed_at, cost, revenue, last_seq, last_hash)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (account, lead_id) do update set"
                    + " state = coalesce(excluded.state, lead.state), outcome = coalesce(excluded.outcome, lead.outcome),"
                    + " reason = coalesce(excluded.reason, lead.reason),"
                    + " submitted_at = coalesce(lead.submitted_at, excluded.submitted_at),"
                    + " completed_at = coalesce(excluded.completed_at, lead.completed_at),"
                    + " cost = lead.cost + excluded.cost, revenue = lead.revenue + excluded.revenue,"
                    + " last_seq = excluded.last_seq, last_hash = excluded.last_hash";

    private StoredEvent last;
    private @Nullable String state;
    private @Nullable String outcome;
    private @Nullable String reason;
    private @Nullable Long submittedAt;
    private @Nullable Long completedAt;
    private long cost;
    private long revenue;

    LeadRow(StoredEvent first) {
        this.last = first;
    }

    void add(StoredEvent event) {
        last = event;
        cost += orZero(number(event, "cost"));
        revenue += orZero(number(event, "revenue"));
        String next = STATES.get(event.columns().get("type"));
        if (next != null) {
            enter(next, event);
        }
    }

    private void enter(String next, StoredEvent event) {
        state = next;
        if (next.equals("submitted")) {
            submittedAt = number(event, "at");
        } else if (!next.equals("accepted")) {
            outcome = event.columns().get("outcome");
            reason = event.columns().get("reason");
            completedAt = number(event, "at");
        }
    }

    void write(Session session) {
        session.update(
                UPSERT,
                last.stream().account(),
                last.stream().id(),
                last.columns().get("flow"),
                number(last, "rev"),
                last.columns().get("source"),
                state,
                outcome,
                reason,
                submittedAt,
                completedAt,
                cost,
                revenue,
                last.seq(),
                last.hash());
    }

    private static @Nullable Long number(StoredEvent event, String column) {
        String digits = event.columns().get(column);
        return digits == null ? null : Long.valueOf(digits);
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
