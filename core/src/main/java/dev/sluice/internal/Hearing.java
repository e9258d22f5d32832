package dev.sluice.internal;

import dev.sluice.flow.GateKind;
import dev.sluice.internal.pricing.Deal;
import dev.sluice.store.CounterKey;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Holder;
import dev.sluice.store.Reads;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A lead before the gates: what is known of it, the price found so far, and what must be asked about other leads. */
public final class Hearing {
    private final LeadRun run;
    private final At at;
    private final List<Asked> questions = new ArrayList<>(2);
    private GateKind gate = GateKind.HOURS;
    private Scope scope;
    private Deal deal = Deal.NOTHING;
    private Supplier<Obj> facts = Question.NO_FACTS;
    private Obj detail = Obj.EMPTY;

    /** A question, and the gate that asked it. */
    public record Asked(GateKind gate, Question question) {}

    public Hearing(LeadRun run, At at) {
        this.run = run;
        this.at = at;
        this.scope = run.scope();
    }

    public LeadRun run() {
        return run;
    }

    public At at() {
        return at;
    }

    /** The lead's data; what stands behind the price gate sees the price in it. */
    public Scope scope() {
        return scope;
    }

    /** Notes what was learned of the lead: later gates read it, and the event tells of it whether the lead is taken or not. */
    public void learn(Section section, Obj data) {
        scope = scope.with(section, data);
        run.scope(run.scope().with(section, data));
    }

    /**
     * Adds to what the event says of this hearing, whether the lead is taken or not.
     *
     * @param more made when the facts are first read, on any thread: of what does not change
     */
    public void note(Supplier<Obj> more) {
        facts = Question.both(facts, more);
    }

    /** What the event says of this hearing, and {@code more}. */
    Supplier<Obj> facts(Supplier<Obj> more) {
        return Question.both(facts, more);
    }

    /** What all questions look at. */
    public Reads reads(List<Holder> holders) {
        List<CounterKey> counters = List.of();
        List<EntryKey> entries = List.of();
        for (Asked asked : questions) {
            counters = both(counters, asked.question().counters());
            entries = both(entries, asked.question().entries());
        }
        return new Reads(counters, entries, List.of(), counters.isEmpty() ? List.of() : holders, List.of());
    }

    private static <K> List<K> both(List<K> some, List<K> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        List<K> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** Notes which gate comes now. */
    void before(GateKind next) {
        gate = next;
    }

    public void ask(Question question) {
        questions.add(new Asked(gate, question));
    }

    public List<Asked> questions() {
        return questions;
    }

    /**
     * On these terms the lead is bought if it is taken.
     *
     * @param price that of the terms
     */
    public void deal(Deal terms, Num price) {
        Obj variables = scope.section(Section.VARS);
        deal = terms;
        scope = scope.with(Section.VARS, variables.with("price", price, "purchase_price", price));
    }

    public Deal deal() {
        return deal;
    }

    public BigDecimal price() {
        return deal.price();
    }

    /** Adds to the event's detail. */
    public void detail(Obj more) {
        detail = detail.isBlank() ? more : detail.merge(more);
    }

    public Obj detail() {
        return detail;
    }
}
