package dev.sluice;

/** Makes ids. Safe on any thread; never gives the same id twice over all processes that share a store. */
@FunctionalInterface
public interface Ids {

    /** A new id that begins with {@code prefix}, such as {@code lead_}. */
    String next(String prefix);

    /**
     * Ids that sort by the moment at which they were made, which keeps inserts of a store in one place.
     *
     * @param time gives the moment
     * @param salt random bits that set this process apart from others
     */
    static Ids timeOrdered(Time time, long salt) {
        return new TimeOrderedIds(time, salt);
    }
}
