package dev.sluice.store;

import java.util.Optional;

/**
 * What a write may look at while it decides, as it was before the write. Only keys that it declared: others are refused
 * with an {@link IllegalArgumentException}.
 */
public interface View {

    /** The counter; zero when it was never used. */
    Counter counter(CounterKey key);

    /** The entry; empty when there is none. Entries that have expired may still be given: look at {@link Entry#expiresAt()}. */
    Optional<Entry> entry(EntryKey key);

    Optional<Doc> doc(DocKey key);

    /** What the holder has reserved and not yet settled; empty when nothing. */
    Hold hold(Holder holder);

    /** The last event of the stream; {@link StreamHead#NONE} when it has none. */
    StreamHead head(StreamId stream);
}
