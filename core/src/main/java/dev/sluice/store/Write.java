package dev.sluice.store;

/**
 * One atomic change. All that it reads is declared before it runs, so that a store can gather many writes into one
 * transaction.
 *
 * @param <R> what the decision gives
 */
public interface Write<R> {

    /** What {@link #decide} will look at; asked once, before it runs. */
    Reads reads();

    /**
     * Decides. Pure: microseconds, no input or output, no locks, nothing kept between runs, because it may run again; it does
     * not write to the store, which refuses that with an {@link IllegalStateException}. An exception takes back all of its changes and reaches the caller of {@link Store#write}.
     */
    R decide(View view, Changes changes);
}
