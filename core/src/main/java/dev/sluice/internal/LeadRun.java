package dev.sluice.internal;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.mapping.MappingFaults;
import dev.sluice.internal.record.Chain;
import dev.sluice.internal.record.End;
import dev.sluice.internal.record.Facts;
import dev.sluice.internal.record.Journal;
import dev.sluice.internal.record.LeadWriter;
import dev.sluice.internal.record.Past;
import dev.sluice.internal.record.RunClock;
import dev.sluice.internal.record.Tenure;
import dev.sluice.internal.record.Vault;
import dev.sluice.store.Changes;
import dev.sluice.store.Holder;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Written;
import dev.sluice.types.At;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One lead on its way: its data as it is now, its events so far, and what is still to be written. Belongs to one thread
 * and one journey; the stages work on it in turn.
 */
public final class LeadRun {
    private final FlowPlan plan;
    private final SourcePlan source;
    private final Lead lead;
    private final RunClock clock;
    private final Journal journal;
    private final Mode mode;
    private final Store store;
    private final LeadData data;
    private final Sales sales = new Sales();
    private final LeadPlaces places;
    private @Nullable MappingFaults mappingFaults;
    private At last;
    private final LeadWriter writer;
    private @Nullable JourneyState before;
    private Past past = Past.NONE;
    private LeadSecrets secrets = LeadSecrets.NONE;

    /** For real, or only to see what would happen. */
    public enum Mode {
        SUBMIT,
        PREVIEW,
        /** For a bid only: no lead comes of it. */
        PING
    }

    LeadRun(SourcePlan source, Lead lead, Start start, Conditions conditions) {
        this.plan = conditions.plan();
        this.source = source;
        this.lead = lead;
        this.clock = start.clock();
        this.mode = conditions.mode();
        this.store = conditions.store();
        boolean test = lead.isTest() || plan.isTest();
        this.journal = new Journal(
                new StreamId(plan.account(), start.leadId()),
                source.context(test),
                source.intake().secretNames(),
                source.intake().personalNames());
        this.last = new At(clock.start(), plan.zone());
        this.writer = new LeadWriter(conditions.store(), journal, conditions.tenure(), clock);
        this.places = new LeadPlaces(new Holder(plan.account(), start.leadId()), plan.caps());
        this.data = new LeadData(
                plan.firstScope(source, lead, start.leadId(), clock.start(), start.random()), plan.steps());
    }

    /**
     * What a lead gets when it comes.
     *
     * @param random from 1 to 100
     */
    record Start(String leadId, RunClock clock, int random) {}

    /**
     * What a run is under, beside its lead.
     *
     * @param tenure who works on the lead
     */
    record Conditions(FlowPlan plan, Mode mode, Store store, Tenure tenure) {}

    /** A lead that was on its way before, as it was when the stage or the step began that it is at. */
    static LeadRun resumed(
            SourcePlan source, Vault.Opened lead, JourneyState state, Start start, Conditions conditions) {
        LeadRun run = new LeadRun(source, lead.lead(), start, conditions);
        run.journal.resume(state.events());
        run.before = state;
        run.past = state.past();
        run.writer.hasCopy();
        run.secrets = new LeadSecrets(source.intake().secrets(run), lead.set());
        Resumption.of(run, state);
        return run;
    }

    /** A lead that has come to its end, with those secret values that somebody gives anew. */
    static LeadRun reopened(SourcePlan source, Lead lead, JourneyState state, Start start, Conditions conditions) {
        LeadRun run = resumed(source, new Vault.Opened(lead, List.of()), state, start, conditions);
        run.secrets = run.secrets.present();
        run.scopeOf(state.events().get(state.events().size() - 1));
        return run;
    }

    /** Whether the store has nothing of this lead yet. */
    boolean isNew() {
        return before == null;
    }

    /** Whether the gates have let the lead in before. */
    boolean isAccepted() {
        return before != null && before.accepted() != null;
    }

    /** The step that the lead is at; null for the first. */
    @Nullable String next() {
        return before == null ? null : before.next();
    }

    /** How the steps ended before. */
    End end() {
        return before == null ? End.REACHED : before.end();
    }

    /** What was recorded of the stage or the step that the lead is at. */
    public Past past() {
        return past;
    }

    /** The stage or the step that the lead was at is over. */
    void stepIsBehind() {
        past = Past.NONE;
    }

    /** Gives back what was reserved for a step or at the gates when no event says so: it was cut off in between. */
    void giveBack() {
        List<Holder> holders = new ArrayList<>();
        if (isAccepted()) {
            for (String recipient : plan.steps().mayHold(this)) {
                if (!past.hasBegun(recipient)) {
                    holders.add(new Holder(plan.account(), Offer.key(leadId(), recipient)));
                    holders.add(new Holder(plan.account(), Offer.key(leadId(), recipient) + ":lead"));
                }
            }
        } else {
            holders.add(holder());
        }
        write(Reads.holders(holders), (view, changes) -> {
            holders.forEach(changes::release);
            return Boolean.TRUE;
        });
    }

    /** Takes in what was recorded, as if it had just happened. */
    public void retrace(Event event) {
        scopeOf(event);
        JourneyState.delivery(event, plan.recipients()).ifPresent(report -> {
            sales.delivered(report);
            places.retrace(event, report.outcome());
        });
        if (event.type().family().equals("enhancement")) {
            event.cost().ifPresent(sales::spend);
        }
        if (event.type().equals(EventType.RECIPIENT_DELIVERY_ATTEMPT)) {
            places.intended(event);
        }
    }

    /** The data are as they were after this event. */
    void scopeOf(Event event) {
        data.scope(dataOf(event));
        data.withoutRecipient();
    }

    /** The data as they were after an event, with the lead's secret values. */
    Scope dataOf(Event event) {
        return secrets.in(plan.shaped(event.snapshot()), event.seq(), raw -> source.intake()
                .parsed(raw, at()));
    }

    /** Chance for this lead, from 0 to 1; always the same. */
    double chance() {
        return (Facts.amount(scope().section(Section.VARS).get("random")).doubleValue() - 1) / 99;
    }

    /** The tries of a delivery so far. */
    Chain chain(String recipient) {
        return Chain.of(journal.events(), recipient);
    }

    /** Nothing is to be done for the lead until then; all that is unwritten is handed to the store. */
    void park(Instant until) {
        writer.park(until);
    }

    /** Has its secret values kept until it ends. */
    void keepSecrets(Vault vault) {
        if (source.intake().secretNames().isEmpty()) {
            return;
        }
        writer.keep(() -> vault.sealed(
                journal.stream(),
                new Vault.Opened(lead, secrets.set()),
                source.intake().secretNames()));
    }

    /** The same, of a lead whose secret values were given anew. */
    void keepSecretsAnew(Vault vault) {
        keepSecrets(vault);
        writer.keepAnew();
    }

    /** With the event that comes next secret fields have got these values. */
    public void setSecrets(Obj raw) {
        secrets = secrets.and(journal.size() + 1, raw);
        writer.keepAnew();
    }

    public FlowPlan plan() {
        return plan;
    }

    public SourcePlan source() {
        return source;
    }

    public Lead lead() {
        return lead;
    }

    public String leadId() {
        return journal.stream().id();
    }

    public RunClock clock() {
        return clock;
    }

    public boolean isTest() {
        return lead.isTest() || plan.isTest();
    }

    public boolean isPreview() {
        return mode == Mode.PREVIEW;
    }

    /** Whether only a bid is asked for. */
    public boolean isPing() {
        return mode == Mode.PING;
    }

    /** What another stream of the account recorded. */
    public List<Event> recorded(String stream) {
        return store.events().stream(new StreamId(plan.account(), stream));
    }

    /** Who holds reservations of the flow's and the source's caps for this lead. */
    public Holder holder() {
        return places.lead();
    }

    /** What it has taken under caps. */
    public LeadPlaces places() {
        return places;
    }

    /** The moment of the stage that begins now. */
    public At at() {
        Instant now = clock.now();
        if (!last.instant().equals(now)) {
            last = new At(now, plan.zone());
        }
        return last;
    }

    /** The moment of the stage that began last. */
    At last() {
        return last;
    }

    /** The lead's data as they are now. */
    public LeadData data() {
        return data;
    }

    /** The same at this moment. */
    public Scope scope() {
        return data.scope();
    }

    public void scope(Scope next) {
        data.scope(next);
    }

    public Journal journal() {
        return journal;
    }

    /** A text of somebody else without what is personal in the lead: reasons and references are shown to anybody. */
    public String withoutPersonal(String text) {
        return source.intake().personal(this).out(text);
    }

    /** Starts an event of a stage that began at {@code at}. */
    public Event.Builder event(EventType type, At at) {
        return journal.next(type, at.instant()).entity(source.entityId());
    }

    public Event add(Event.Builder builder) {
        return journal.add(builder, scope());
    }

    /**
     * Adds a change that is made together with the event that comes next.
     *
     * @param holders whose reservations it settles
     */
    void settle(List<Holder> holders, Consumer<Changes> change) {
        writer.settle(holders, change);
    }

    /** Adds what is decided together with the event that comes next. */
    void decide(LeadWriter.Addition addition) {
        writer.decide(addition);
    }

    /** Inbound mappings that failed; the gates' event tells of them. */
    public MappingFaults mappingFaults() {
        MappingFaults faults = mappingFaults == null ? new MappingFaults() : mappingFaults;
        mappingFaults = faults;
        return faults;
    }

    /** What that event's detail holds of them. */
    Obj mappingDetail() {
        return mappingFaults == null ? Obj.EMPTY : mappingFaults.detail();
    }

    /** Hands all that is unwritten to the store, together with a decision. */
    public <R> Written<R> write(Reads reads, BiFunction<View, Changes, R> decide) {
        return writer.write(reads, decide, decided -> false);
    }

    /** Hands all that is unwritten to the store, together with a decision after which the lead may have come to its end. */
    public <R> Written<R> write(Reads reads, BiFunction<View, Changes, R> decide, Predicate<R> isEnd) {
        return writer.write(reads, decide, isEnd);
    }

    /**
     * Hands all that is unwritten to the store unless {@code objection} gives something; then nothing is written, now or
     * later.
     */
    <R> Written<Optional<R>> writeUnless(Reads reads, Function<View, Optional<R>> objection, Consumer<Changes> change) {
        return writer.writeUnless(reads, objection, change);
    }

    /** Hands all that is unwritten to the store. */
    public void write() {
        write(Reads.NONE, (view, changes) -> Boolean.TRUE);
    }

    /** Hands all that is unwritten to the store, at the lead's end. */
    void writeLast() {
        writer.writeLast();
    }

    /** Waits until all that was written is durable. */
    public void awaitDurable() {
        writer.awaitDurable();
    }

    /** What comes next may take so long. */
    public void expect(Duration effect) {
        writer.expect(effect);
    }

    /** Who got it, what it brought, and what it cost. */
    Sales sales() {
        return sales;
    }

    /** Adds what a look-up costs. */
    public void spend(BigDecimal amount) {
        sales.spend(amount);
    }
}
