package dev.sluice.store;

/**
 * A write that was handed in. {@code decided()} and {@code durable()} are two moments: a decision may be built upon at
 * once, but an effect on the outside or an answer waits for durability.
 */
public interface Written<R> {

    /** The decision; waits for it where a store decides only when it commits. */
    R decided();

    /**
     * Waits until the changes survive what {@link Store#durability()} names.
     *
     * @throws StoreUnavailableException if they may be lost; the store then takes no more writes
     */
    R durable();

    /** Where the write stands in the log's reading order; known once durable. */
    Cursor cursor();
}
