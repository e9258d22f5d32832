package dev.sluice.rules;

import dev.sluice.rules.internal.program.Compiler;
import dev.sluice.rules.internal.program.Node;
import dev.sluice.rules.internal.program.Program;
import dev.sluice.types.At;
import dev.sluice.types.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Conditions ready to be decided. Immutable and safe on any thread. */
public final class CompiledRules {
    private static final Program.Finish<CompiledRules, Optional<Decision>> REFUSAL =
            (rules, scope, at, passed, held, last) ->
                    passed ? Optional.empty() : Optional.of(new Decision(rules, scope, at, false, held, last));
    private static final Program.Finish<CompiledRules, Boolean> ACCEPT =
            (owner, scope, at, passed, held, last) -> passed;

    private final List<Node> nodes;
    private final List<Node> clauses;
    private final Program program;
    private final List<Finding> findings;
    private final Wording wording;
    private final @Nullable String[] demands;
    /** What became of the clauses whenever the rules passed; null when they may pass in several ways. */
    private final @Nullable Trail passing;

    CompiledRules(Compiler.Result result, Wording wording) {
        this.nodes = result.nodes();
        this.clauses =
                nodes.stream().filter(node -> node.kind() == Node.Kind.CLAUSE).toList();
        this.program = result.program();
        this.findings = result.findings();
        this.wording = wording;
        this.demands = wording.demandsOfAll(nodes, clauses.size());
        Trail trail = new Trail(clauses.size());
        this.passing = program.replayPass(trail) ? trail : null;
    }

    private CompiledRules(CompiledRules same, Wording other) {
        this.nodes = same.nodes;
        this.clauses = same.clauses;
        this.program = same.program;
        this.findings = same.findings;
        this.wording = other;
        this.demands = same.demands;
        this.passing = same.passing;
    }

    /**
     * These rules for somebody who may see more, or less: their traces and reasons hide what {@code change} makes of the
     * policy that they were compiled with.
     */
    public CompiledRules hiding(UnaryOperator<PrivacyPolicy> change) {
        return new CompiledRules(this, wording.hiding(change));
    }

    /** Decides for {@code scope}. Never throws. */
    public Decision decide(Scope scope, At at) {
        return program.isShort()
                ? program.runShort(this, scope, at, Decision::new)
                : new Decision(this, scope, at, program.run(scope, at), null);
    }

    /** The decision for {@code scope} when it is a no; empty when it is a yes, of which nothing more is known then. */
    public Optional<Decision> refusal(Scope scope, At at) {
        if (program.isShort()) {
            return program.runShort(this, scope, at, REFUSAL);
        }
        return program.run(scope, at) ? Optional.empty() : Optional.of(new Decision(this, scope, at, false, null));
    }

    /** Whether {@code scope} satisfies the rules; no decision is made of it. */
    boolean accept(Scope scope, At at) {
        return program.isShort() ? program.runShort(this, scope, at, ACCEPT) : program.run(scope, at);
    }

    /** What is wrong with the definition, in the order of its text; with an error in it, the clause in question never holds. */
    public List<Finding> findings() {
        return findings;
    }

    /** How many clauses there are: rules and expressions, attached ones too. */
    public int clauses() {
        return clauses.size();
    }

    /**
     * The decision that was made on {@code scope}, from what an event recorded of it: nothing is evaluated again, only
     * the trace and the reason are made from the recorded results.
     *
     * @param results as {@link Decision#results()} gave them for these rules
     */
    public Decision recall(Scope scope, At at, long[] results) {
        Trail trail = Trail.of(results, clauses.size());
        return new Decision(this, scope, at, program.recall(trail, Program.Observer.NONE), trail);
    }

    Node root() {
        return nodes.get(0);
    }

    /** What the clause demands, when that needs no lead and nothing stands beside it: all above it must hold. */
    @Nullable String demandOfAll(int clause) {
        return demands[clause];
    }

    @Nullable Trail passing() {
        return passing;
    }

    Node clause(int i) {
        return clauses.get(i);
    }

    Program program() {
        return program;
    }

    Wording wording() {
        return wording;
    }
}
