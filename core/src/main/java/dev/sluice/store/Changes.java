package dev.sluice.store;

import dev.sluice.event.Event;
import java.util.List;

/** Collects what a write changes; all of it happens, or none. */
public interface Changes {

    /**
     * Appends events to their stream, which must be {@code stream} and whose {@code seq} must follow its head without a gap.
     * Otherwise the write changes nothing, and the caller of {@link Store#write} gets an {@link IllegalStateException}.
     */
    void append(StreamId stream, List<Event> events);

    /**
     * Reserves {@code amount} of a counter for {@code holder}; the same counter twice adds up. Core has checked the limit.
     * Both must be declared.
     */
    void reserve(Holder holder, CounterKey counter, long amount);

    /** Turns all that the declared {@code holder} has reserved into committed amounts; nothing reserved, nothing done. */
    void commit(Holder holder);

    /**
     * Gives back all that the declared {@code holder} has reserved, to the very windows it came from; nothing reserved,
     * nothing done.
     */
    void release(Holder holder);

    /**
     * Adds to the committed amount of a counter that needs no reservation: rotations, ping limits, budgets. Declare those
     * that many writes add to; others are looked up one by one.
     */
    void add(CounterKey counter, long amount);

    /** Puts an entry in place of one with the same key. */
    void put(Entry entry);

    void remove(EntryKey entry);

    /** Puts a document in place of one with the same key. */
    void put(Doc doc);

    /** Plans work; the same id replaces what was planned. */
    void schedule(WorkItem work);

    /** Ends work, whether it was taken or not; unknown ids are ignored. */
    void done(WorkId work);

    /**
     * Opens a lead for an owner, or keeps it open: busy until then. The lead's epoch must be that of {@code ownership}, or
     * {@link Ownership#FIRST} when nobody ever had it. Otherwise the write changes nothing, and the caller of
     * {@link Store#write} gets a {@link NotOwnerException}.
     */
    void own(Ownership ownership);

    /** Nothing is left to do for the lead: nobody takes it over any more. Its epoch is checked as by {@link #own}. */
    void close(Ownership last);

    /** Puts a lead's working copy in place of the one before. */
    void put(Sealed copy);

    /** Drops a lead's working copy for good; none there, nothing done. */
    void discard(StreamId lead);
}
