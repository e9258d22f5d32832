package dev.sluice.jdbc.internal.table;

import static java.util.Objects.requireNonNull;

import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.sql.Times;
import dev.sluice.jdbc.internal.sql.Values;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What some writes add to the row of a lead: a summary made of its events alone, for lists and reports that need no
 * snapshot, and who works on it.
 */
public final class LeadRow {
    /** The types that change a lead's state, and the state. */
    private static final Map<String, String> STATES = Map.of(
            "source.submitted", "submitted",
            "source.accepted", "accepted",
            "source.rejected", "rejected",
            "flow.completed", "completed");

    /** The row's epoch must be the one that the writer knew; a writer who does not say who he is knows none. */
    private static final String UPDATE = "update lead set flow = coalesce(flow, ?), rev = coalesce(rev, ?),"
            + " source = coalesce(source, ?), state = coalesce(?, state), outcome = coalesce(?, outcome),"
            + " reason = coalesce(?, reason), submitted_at = coalesce(submitted_at, ?),"
            + " completed_at = coalesce(?, completed_at), cost = cost + ?, revenue = revenue + ?,"
            + " last_seq = coalesce(?, last_seq), last_hash = coalesce(?, last_hash)"
            + " where account = ? and lead_id = ?";

    private static final String UPDATE_OWNED =
            UPDATE.replace(" where", ", owner = ?, epoch = ?, busy_until = ? where") + " and epoch = ?";

    private static final String INSERT = "insert into lead (flow, rev, source, state, outcome, reason,"
            + " submitted_at, completed_at, cost, revenue, last_seq, last_hash, owner, epoch, busy_until, account, lead_id)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final byte[] NO_HASH = new byte[0];

    private final StreamId lead;
    private @Nullable StoredEvent last;
    private boolean isNew;
    private @Nullable String state;
    private @Nullable String outcome;
    private @Nullable String reason;
    private @Nullable Long submittedAt;
    private @Nullable Long completedAt;
    private long cost;
    private long revenue;
    private @Nullable Tenure tenure;
    private long epochBefore;

    public LeadRow(StreamId lead) {
        this.lead = lead;
    }

    public void add(StoredEvent event) {
        last = event;
        isNew |= event.seq() == 1;
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

    /** @param before the epoch that the first of these writes found */
    public void owned(Tenure next, long before) {
        epochBefore = tenure == null ? before : epochBefore;
        tenure = next;
    }

    public String key() {
        return lead.account() + '\u0000' + lead.id();
    }

    /** Whether the row is not there yet: nobody had the lead before its first event. */
    public boolean isNew() {
        return isNew && epochBefore == 0;
    }

    /** Changes the row; false when there is none that fits. */
    public boolean update(Session session) {
        Values row = summary().add(last == null ? null : last.seq()).add(last == null ? null : last.hash());
        if (tenure == null) {
            return session.update(UPDATE, key(row).array()) > 0;
        }
        tenure(row, tenure);
        return session.update(UPDATE_OWNED, key(row).add(epochBefore).array()) > 0;
    }

    public static void insert(Session session, List<LeadRow> rows) {
        session.batch(INSERT, rows.stream().map(LeadRow::inserted).toList());
    }

    private @Nullable Object[] inserted() {
        Values row = summary().add(last == null ? 0 : last.seq()).add(last == null ? NO_HASH : last.hash());
        tenure(row, tenure == null ? Tenure.NONE : tenure);
        return key(row).array();
    }

    private Values summary() {
        return new Values()
                .add(text("flow"))
                .add(last == null ? null : number(last, "rev"))
                .add(text("source"))
                .add(state)
                .add(outcome)
                .add(reason)
                .add(submittedAt)
                .add(completedAt)
                .add(cost)
                .add(revenue);
    }

    private static void tenure(Values row, Tenure tenure) {
        Instant busy = tenure.busyUntil();
        row.add(tenure.epoch() == 0 ? null : tenure.owner())
                .add(tenure.epoch())
                .add(busy == null ? null : Times.millis(busy));
    }

    private Values key(Values row) {
        return row.add(lead.account()).add(lead.id());
    }

    private @Nullable String text(String column) {
        return last == null ? null : requireNonNull(last).columns().get(column);
    }

    private static @Nullable Long number(StoredEvent event, String column) {
        String digits = event.columns().get(column);
        return digits == null ? null : Long.valueOf(digits);
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
