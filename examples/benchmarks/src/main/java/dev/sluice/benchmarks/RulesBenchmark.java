package dev.sluice.benchmarks;

import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Decision;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What keeping a decision costs, beside only asking for its answer as in {@link RuleEnginesBenchmark}. Run with {@code -prof gc}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class RulesBenchmark {
    private final dev.sluice.types.Scope scope = RuleJob.scope(RuleJob.lead(30), RuleJob.layout());
    private final CompiledRules passing = RuleJob.rules().compile(RuleJob.conditions(18, 0));
    private final CompiledRules failing = RuleJob.rules().compile(RuleJob.conditions(18, RuleJob.TOO_HIGH));
    private final CompiledRules groups = RuleJob.rules().compile(RuleJob.groups());

    @Benchmark
    public Decision pass() {
        return passing.decide(scope, RuleJob.NOW);
    }

    /** What an event stores of it. */
    @Benchmark
    public long[] passStored() {
        return passing.decide(scope, RuleJob.NOW).results();
    }

    /** Its reason is made when it is read. */
    @Benchmark
    public Decision fail() {
        return failing.decide(scope, RuleJob.NOW);
    }

    @Benchmark
    public String failWithReason() {
        return failing.decide(scope, RuleJob.NOW).reason().orElse("");
    }

    @Benchmark
    public Decision groups() {
        return groups.decide(scope, RuleJob.NOW);
    }
}
