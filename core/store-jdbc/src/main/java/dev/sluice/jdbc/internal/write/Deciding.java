package dev.sluice.jdbc.internal.write;

import dev.sluice.jdbc.internal.state.Decided;
import dev.sluice.jdbc.internal.state.Draft;
import dev.sluice.jdbc.internal.state.State;
import dev.sluice.store.Cursor;
import dev.sluice.store.Reads;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.StreamId;
import dev.sluice.store.Write;
import dev.sluice.store.codec.EventCodec;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** A write that is decided when it is committed, perhaps more than once. */
final class Deciding<R> {
    private final Write<R> write;
    private final Reads reads;
    private final Set<StreamId> streams = new HashSet<>(2);
    private volatile Supplier<R> outcome = () -> {
        throw new IllegalStateException("not decided yet");
    };
    private volatile Cursor cursor = Cursor.START;
    private boolean failed;

    Deciding(Write<R> write) {
        this.write = write;
        this.reads = write.reads();
    }

    Reads reads() {
        return reads;
    }

    /** The streams that it wrote to, in any of its runs. */
    Set<StreamId> streams() {
        return streams;
    }

    /** Whether the decision ended with an exception. */
    boolean hasFailed() {
        return failed;
    }

    void decide(State state, Batch batch, EventCodec codec) {
        Draft draft = new Draft(state);
        try {
            R result = write.decide(reads.of(state), reads.to(draft));
            Decided decided = draft.decided();
            batch.add(decided, codec.encoding(decided.runs()).result());
            state.apply(decided, 0, 0);
            outcome = () -> result;
            failed = false;
        } catch (StoreUnavailableException fault) {
            throw fault;
        } catch (RuntimeException | Error fault) {
            outcome = () -> {
                throw again(fault);
            };
            failed = true;
        }
        streams.addAll(draft.streams());
    }

    private static RuntimeException again(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        return (RuntimeException) fault;
    }

    void committed(Cursor end) {
        cursor = end;
    }

    /** Nothing of it is kept, or nobody knows. */
    void fail(StoreUnavailableException fault) {
        outcome = () -> {
            throw new StoreUnavailableException(String.valueOf(fault.getMessage()), fault);
        };
    }

    R outcome() {
        return outcome.get();
    }

    /** Behind its events; for one that was committed. */
    Cursor cursor() {
        return cursor;
    }
}
