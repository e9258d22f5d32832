package dev.sluice.jdbc.internal.write;

import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.jdbc.internal.sql.Tail;
import dev.sluice.jdbc.internal.state.State;
import dev.sluice.jdbc.internal.table.Tenure;
import dev.sluice.store.Cursor;
import dev.sluice.store.StreamId;
import dev.sluice.store.codec.EventCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One transaction that decides writes and makes them durable. */
final class Round {
    private final List<Deciding<?>> writes;
    private final Recents recents;
    private final EventCodec codec;
    private final boolean trusting;
    private final Map<StreamId, Tail> tails = new HashMap<>();
    private final Map<StreamId, Tenure> tenures = new HashMap<>();
    private Cursor end = Cursor.START;
    private boolean isInDoubt;

    /** @param trusting whether what this process wrote last is taken for what is there, without looking */
    Round(List<Deciding<?>> writes, Recents recents, EventCodec codec, boolean trusting) {
        this.writes = writes;
        this.recents = recents;
        this.codec = codec;
        this.trusting = trusting;
    }

    /** True when all is committed; false when a write may have been refused because somebody else has the lead. */
    boolean run(Session session, BatchId id) {
        session.begin();
        if (!session.doneOrUndone(() -> decide(session, id))) {
            session.rollback();
            return false;
        }
        isInDoubt = true;
        session.commit();
        isInDoubt = false;
        return true;
    }

    /** Whether the commit was asked for and not answered. */
    boolean isInDoubt() {
        return isInDoubt;
    }

    private boolean decide(Session session, BatchId id) {
        id.insert(session);
        id.clear(session);
        Locking locking = new Locking(session, recents, trusting);
        State state = locking.state(writes.stream().map(Deciding::reads).toList());
        Batch batch = new Batch(session, recents.tails());
        for (Deciding<?> write : writes) {
            write.decide(state, batch, codec);
            if (trusting && write.hasFailed()) {
                return false;
            }
        }
        tails.putAll(batch.latest());
        tenures.putAll(batch.tenures());
        batch.write(locking::isAbsent);
        locking.clear();
        end = session.dialect().order().end(session);
        return true;
    }

    void committed() {
        recents.tails().committed(tails);
        recents.tenures().committed(tenures);
        writes.forEach(write -> write.committed(end));
    }
}
