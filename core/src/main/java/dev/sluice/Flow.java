package dev.sluice;

import dev.sluice.caps.CapStatus;
import dev.sluice.caps.PingLimitStatus;
import dev.sluice.event.Event;
import dev.sluice.event.Reader;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A flow that is open: leads go in, answers come out. Immutable; a changed definition is opened anew, and leads on their
 * way end under the flow they began with. Safe on any number of threads.
 */
public interface Flow {

    /** What was opened. */
    FlowDefinition definition();

    /** The hash of the definition, which every event carries. */
    String hash();

    /** The number of the definition among all that the store has seen of this flow, from 1. */
    long revision();

    /**
     * How far the caps of this flow are now: those of the flow, of its sources, of its recipients, nested ones behind those
     * around them, shared ones once. Read at one moment; may wait for a decision of the store.
     */
    List<CapStatus> caps();

    /**
     * How far the limits of pings of this flow and of its sources are now; none when it answers no pings. Read at one moment;
     * may wait for a decision of the store.
     */
    List<PingLimitStatus> pingLimits();

    /**
     * Runs one lead to its end on this thread. The answer comes when all that it says is durable.
     *
     * @throws NullPointerException if {@code lead} is null; a lead's content never makes this throw
     */
    Submission submit(Lead lead);

    /**
     * Runs leads one after the other, up to {@value #IN_FLIGHT} of them ahead of what is durable: one wait for many
     * leads instead of one for each. Decisions are made and answers given in the order of the leads, each answer once it
     * is durable. When reading a lead throws, the leads before it are answered first.
     *
     * @param leads read on this thread, no faster than they are run
     * @param answers told each answer on this thread
     */
    void submitAll(Stream<Lead> leads, Consumer<Submission> answers);

    /**
     * Asks what a lead would cost. The gates judge it as they judge a lead, but caps are read and not counted, and no
     * personal field is required. No lead comes of it, and none of its data is kept; the price holds for a lead that names
     * the answer's id as its {@code ping_id}, once, until it expires.
     *
     * @throws NullPointerException if {@code ping} is null; a ping's content never makes this throw
     */
    PingResult ping(Lead ping);

    /**
     * Tells what {@link #submit} would answer now, and changes nothing: nothing is recorded or counted, and only plugins
     * that touch nothing are called. Recipients are taken to accept; look-ups give no data.
     */
    Submission preview(Lead lead);

    /**
     * What the mappings of a step make of a lead: a trial on a sample. The lead is mapped and parsed as by
     * {@link #submit}; no gate and no other step is passed, nothing is recorded and nobody is called.
     *
     * @param step the id of a recipient or enhancement
     * @throws IllegalArgumentException if the flow has no such step with mappings; it names those it has
     */
    Obj mapped(String step, Lead lead);

    /**
     * Tells recorded events in words, as {@link Submission#explain} does for a fresh lead. Which clause held is what was
     * recorded; what the clauses say is read from this flow, so open the revision that the events name.
     */
    String explain(List<Event> events);

    /**
     * The same with as much of personal values as {@code reader} sees, secrets never. Puts nothing on record: of a lead that is
     * not the caller's own ask {@link dev.sluice.audit.PersonalReading#explain}, which does.
     *
     * @param events whole, as the log has them
     */
    String explain(List<Event> events, Reader reader);

    /** How many leads {@link #submitAll} keeps ahead. */
    int IN_FLIGHT = 256;
}
