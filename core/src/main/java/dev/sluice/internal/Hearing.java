package dev.sluice.internal;

import dev.sluice.flow.GateKind;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A lead before the gates: what is known of it, the price found so far, and what must be asked about other leads. */
final class Hearing {
    private final LeadRun run;
    private final At at;
    private final List<Asked> questions = new ArrayList<>(2);
    private GateKind gate = GateKind.HOURS;
    private Obj facts = Obj.EMPTY;
    private Scope scope;
    private BigDecimal price = BigDecimal.ZERO;

    /** A question, and the gate that asked it. */
    record Asked(GateKind gate, Question question) {}

    Hearing(LeadRun run, At at) {
        this.run = run;
        this.at = at;
        this.scope = run.scope();
    }

    LeadRun run() {
        return run;
    }

    At at() {
        return at;
    }

    /** The lead's data; what stands behind the price gate sees the price in it. */
    Scope scope() {
        return scope;
    }

    /** Notes what was learned of the lead: later gates read it, and the event tells of it whether the lead is taken or not. */
    void learn(Section section, Obj data) {
        scope = scope.with(section, data);
        run.scope(run.scope().with(section, data));
    }

    /** Adds to what the event says of this hearing, whether the lead is taken or not. */
    void note(Obj more) {
        facts = facts.merge(more);
    }

    Obj facts() {
        return facts;
    }

    /** Notes which gate comes now. */
    void before(GateKind next) {
        gate = next;
    }

    void ask(Question question) {
        questions.add(new Asked(gate, question));
    }

    List<Asked> questions() {
        return questions;
    }

    void price(BigDecimal amount) {
        Obj variables = scope.section(Section.VARS);
        Num number = Num.of(amount);
        price = amount;
        scope = scope.with(Section.VARS, variables.with("price", number).with("purchase_price", number));
    }

    BigDecimal price() {
        return price;
    }
}
