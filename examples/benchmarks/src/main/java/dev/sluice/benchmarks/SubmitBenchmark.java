package dev.sluice.benchmarks;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.store.MemoryStore;
import dev.sluice.types.Lead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole submit in memory, beside the same job by hand and carried by integration frameworks. Run with {@code -prof gc}
 * for the bytes that a lead allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 10, time = 1)
public class SubmitBenchmark {
    private static final int LEADS = 1 << 14;
    /** By hand nothing is kept of a lead but that it came. */
    private static final int KEPT_EVENTS = 1_000;

    private final Lead[] leads = new Lead[LEADS];
    private final String[][] rows = new String[LEADS][];
    private final List<Map<String, String>> named = new ArrayList<>(LEADS);
    private final PlainFlow plain = new PlainFlow();
    private final NamedFlow byName = new NamedFlow();
    private UnaryOperator<PlainLead> camel;
    private UnaryOperator<PlainLead> springIntegration;
    private Flow flow = open();
    private int next;

    private static Flow open() {
        return Sluice.builder()
                .store(MemoryStore.keepingLast(KEPT_EVENTS))
                .delivery("stub", SubmitFlow.stub(request -> DeliveryResult.success()))
                .build()
                .open(SubmitFlow.definition());
    }

    @Setup
    public void prepare() throws Exception {
        for (int i = 0; i < LEADS; i++) {
            leads[i] = SubmitFlow.lead(i);
            rows[i] = row(leads[i]);
            named.add(named(rows[i]));
        }
        camel = CarriedFlow.camel(plain);
        springIntegration = CarriedFlow.springIntegration(plain);
    }

    private static String[] row(Lead lead) {
        String[] row = new String[PlainFlow.NAMES.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = lead.get(PlainFlow.NAMES[i]).text();
        }
        return row;
    }

    private static Map<String, String> named(String[] row) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
            named.put(PlainFlow.NAMES[i], row[i]);
        }
        return named;
    }

    /** One lead through a flow; the same leads come round again, each time to a flow that has not seen them. */
    @Benchmark
    public Submission sluice() {
        if (next == LEADS) {
            next = 0;
            flow = open();
        }
        return flow.submit(leads[next++]);
    }

    /** Written by hand as most would, with the parsing of this library: data by their names, eight events with a copy. */
    @Benchmark
    public NamedFlow.Answer byHandWithNames() {
        if (next == LEADS) {
            next = 0;
            byName.forget();
        }
        int n = next++;
        return byName.submit("lead_" + n, named.get(n));
    }

    /** The least that the job can be made of by hand, with the parsing of this library: fields by number, six events. */
    @Benchmark
    public PlainLead byHand() {
        return plain.submit(lead());
    }

    @Benchmark
    public PlainLead camelWithLibraries() {
        return camel.apply(lead());
    }

    @Benchmark
    public PlainLead springIntegrationWithLibraries() {
        return springIntegration.apply(lead());
    }

    private PlainLead lead() {
        if (next == LEADS) {
            next = 0;
            plain.forget();
        }
        int n = next++;
        return new PlainLead("lead_" + n, rows[n]);
    }
}
