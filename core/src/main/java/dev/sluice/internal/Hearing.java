package dev.sluice.internal;

import dev.sluice.flow.GateKind;
import dev.sluice.internal.pricing.Deal;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A lead before the gates: what is known of it, the price found so far, and what must be asked about other leads. */
public final class Hearing {
    private final LeadRun run;
    private final At at;
    private final List<Asked> questions = new ArrayList<>(2);
    private GateKind gate = GateKind.HOURS;
    private Scope scope;
    private Deal deal = Deal.NOTHING;
    private Obj facts = Obj.EMPTY;
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

    /** Adds to what the event says of this hearing, whether the lead is taken or not. */
    public void note(Obj more) {
        facts = facts.isBlank() ? more : facts.merge(more);
    }

    Obj facts() {
        return facts;
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

    /** On these terms the lead is bought if it is taken. */
    public void deal(Deal terms) {
        Obj variables = scope.section(Section.VARS);
        Num number = Num.of(terms.price());
        deal = terms;
        scope = scope.with(Section.VARS, variables.with("price", number).with("purchase_price", number));
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
