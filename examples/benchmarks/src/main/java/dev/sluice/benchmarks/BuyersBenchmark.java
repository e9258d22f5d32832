package dev.sluice.benchmarks;

import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Condition;
import dev.sluice.rules.RuleIndex;
import dev.sluice.rules.RuleSet;
import dev.sluice.rules.Rules;
import dev.sluice.templates.Templates;
import dev.sluice.types.Layout;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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

/** Which of many buyers accept a lead: the index, deciding each, and closures by hand. All give the same buyers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class BuyersBenchmark {
    @Param({"10", "1000", "10000"})
    public int buyers;

    private final Layout layout = Layout.builder()
            .names(Section.LEAD, BuyerJob.FIELDS.keySet().toArray(String[]::new))
            .build();
    private final List<dev.sluice.types.Scope> scopes = new ArrayList<>();
    private final List<Map<String, Object>> leads = new ArrayList<>();
    private final List<CompiledRules> each = new ArrayList<>();
    private final List<Predicate<Map<String, Object>>> closures = new ArrayList<>();
    private RuleIndex<Integer> index;
    private RuleSet another;
    private int next;

    @Setup
    public void prepare() {
        Random random = new Random(7);
        var rules = Rules.with(layout, Stage.ANY, Templates.standard());
        Map<Integer, Condition> all = new LinkedHashMap<>();
        for (int i = 0; i < buyers; i++) {
            BuyerJob buyer = BuyerJob.buyer(random);
            all.put(i, buyer.criteria());
            each.add(rules.compile(buyer.criteria()));
            closures.add(buyer.closure());
        }
        another = BuyerJob.buyer(random).criteria();
        index = RuleIndex.<Integer>using(rules).withAll(all);
        for (int i = 0; i < 64; i++) {
            Map<String, Object> lead = BuyerJob.lead(random);
            leads.add(lead);
            scopes.add(RuleJob.scope(lead, layout));
        }
        for (int i = 0; i < 64; i++) {
            if (indexed() != decideEach()) {
                throw new IllegalStateException("the index gives other buyers than deciding each");
            }
        }
    }

    private int lead() {
        next = (next + 1) & 63;
        return next;
    }

    @Benchmark
    public int indexed() {
        return index.matches(scopes.get(lead()), RuleJob.NOW).size();
    }

    @Benchmark
    public int decideEach() {
        dev.sluice.types.Scope scope = scopes.get(next);
        int count = 0;
        for (CompiledRules rules : each) {
            count += rules.decide(scope, RuleJob.NOW).passed() ? 1 : 0;
        }
        return count;
    }

    @Benchmark
    public int closuresEach() {
        Map<String, Object> lead = leads.get(lead());
        int count = 0;
        for (int i = 0; i < buyers; i++) {
            count += closures.get(i).test(lead) ? 1 : 0;
        }
        return count;
    }

    /** One buyer comes and goes. */
    @Benchmark
    public RuleIndex<Integer> update() {
        return index.with(-1, another).without(-1);
    }
}
