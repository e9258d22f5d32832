package dev.sluice.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A: ten conditions that all hold. B: the fifth fails and its reason is read. C: twenty groups of ten of which none holds.
 * Every engine must give the right answers before it is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class RuleEnginesBenchmark {
    @Param
    RuleEngine engine = RuleEngine.SLUICE;

    private RuleEngine.Contestant ready = new RuleEngine.Contestant(() -> true, () -> "", () -> false);

    @Setup
    public void compile() {
        ready = engine.ready();
    }

    @Benchmark
    public boolean pass() {
        return ready.pass().getAsBoolean();
    }

    @Benchmark
    public String failWithReason() {
        return ready.reason().get();
    }

    @Benchmark
    public boolean groups() {
        return ready.groups().getAsBoolean();
    }
}
