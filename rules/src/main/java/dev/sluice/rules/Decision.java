package dev.sluice.rules;

import dev.sluice.rules.internal.program.Node;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What rules said about a lead, and why. It keeps the rules, the scope and the moment; reason and trace are made of
 * them when they are read. Safe on any thread.
 */
public final class Decision {
    private static final int PASSED = -1;
    private static final int FAILED_SOMEWHERE = -2;

    private final CompiledRules rules;
    private final Scope scope;
    private final At at;
    /** Which of the tests that were asked held. */
    private final long held;
    /** The clause that was the last to be evaluated and failed, {@link #PASSED} or {@link #FAILED_SOMEWHERE}. */
    private final int outcome;

    private final @Nullable Trail recorded;

    Decision(CompiledRules rules, Scope scope, At at, boolean passed, long held, int last) {
        this.rules = rules;
        this.scope = scope;
        this.at = at;
        this.held = held;
        this.outcome = passed ? PASSED : last < 0 ? FAILED_SOMEWHERE : last;
        this.recorded = null;
    }

    Decision(CompiledRules rules, Scope scope, At at, boolean passed, @Nullable Trail recorded) {
        this.rules = rules;
        this.scope = scope;
        this.at = at;
        this.held = 0;
        this.outcome = passed ? PASSED : FAILED_SOMEWHERE;
        this.recorded = recorded;
    }

    /** Whether the lead satisfies the rules. */
    public boolean passed() {
        return outcome == PASSED;
    }

    /** Whether the rules passed in the only way that they can: {@link #evaluated} and {@link #results} never differ then. */
    public boolean passedAsAlways() {
        return recorded == null && passed() && rules.passing() != null;
    }

    /** Why it does not; empty when it does. Never holds a personal value. */
    public Optional<String> reason() {
        if (passed()) {
            return Optional.empty();
        }
        String known = outcome < 0 ? null : rules.demandOfAll(outcome);
        return Optional.of(known != null ? known : Reason.of(rules, trail(), scope, at));
    }

    /** How many clauses were evaluated before the decision stood. */
    public int evaluated() {
        return trail().evaluated();
    }

    /** What became of each clause, in a compact form for an event; {@link CompiledRules#recall} reads it. */
    public long[] results() {
        return trail().words();
    }

    /** Every clause in the order of the definition. Each is made when it is read. */
    public List<Clause> trace() {
        Trail trail = trail();
        return new AbstractList<>() {
            @Override
            public Clause get(int i) {
                Node node = rules.clause(i);
                return rules.wording().clause(node, node.pointer(), trail.state(i), scope, at);
            }

            @Override
            public int size() {
                return rules.clauses();
            }
        };
    }

    /** The decision as an indented tree for people: each clause with what was expected and what was there. */
    public String explain() {
        return Explanation.of(rules, trail(), scope, at);
    }

    /** The decision as data, for JSON: {@code passed}, {@code reason}, {@code evaluated} and the {@code trace}. */
    public Obj toValue() {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("passed", Value.bool(passed()));
        reason().ifPresent(reason -> members.put("reason", Value.text(reason)));
        members.put("evaluated", Value.number(evaluated()));
        members.put("trace", Value.list(trace().stream().map(Clause::toValue).toList()));
        return Value.object(members);
    }

    private Trail trail() {
        Trail known = recorded == null && passed() ? rules.passing() : recorded;
        if (known != null) {
            return known;
        }
        Trail trail = new Trail(rules.clauses());
        if (rules.program().isShort()) {
            rules.program().replay(held, trail);
        } else {
            rules.program().run(scope, at, trail);
        }
        return trail;
    }

    @Override
    public String toString() {
        return passed() ? "passed" : "failed";
    }
}
