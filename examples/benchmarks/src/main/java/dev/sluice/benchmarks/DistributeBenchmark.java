package dev.sluice.benchmarks;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.rules.Condition;
import dev.sluice.rules.RuleIndex;
import dev.sluice.rules.RuleSet;
import dev.sluice.rules.Rules;
import dev.sluice.store.MemoryStore;
import dev.sluice.templates.Templates;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Lead;
import dev.sluice.types.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * What it costs to choose among many buyers while a lead is on its way: a whole submit to a flow that distributes among
 * all of them, less a submit to one whose distribution has only those who are meant for that lead, and nothing to ask of
 * them. The index by itself stands beside.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DistributeBenchmark {
    private static final int LEADS = 8;

    @Param({"100", "1000", "10000"})
    public int buyers;

    private final Sluice sluice = Sluice.builder()
            .store(MemoryStore.keepingLast(1_000))
            .delivery("stub", SubmitFlow.stub(request -> DeliveryResult.success()))
            .build();
    private final List<Lead> leads = new ArrayList<>();
    private final List<dev.sluice.types.Scope> scopes = new ArrayList<>();
    private final List<Flow> amongTheMeant = new ArrayList<>();
    private Flow amongAll;
    private RuleIndex<Integer> index;
    private int next;

    @Setup
    public void prepare() {
        Random random = new Random(7);
        Map<Integer, Condition> criteria = new LinkedHashMap<>();
        List<RecipientStep> all = new ArrayList<>();
        for (int i = 0; i < buyers; i++) {
            RuleSet rules = BuyerJob.buyer(random).criteria();
            criteria.put(i, rules);
            all.add(recipient(i, rules));
        }
        FlowDefinition definition = flow("all", all);
        amongAll = sluice.open(definition);
        var rules = Rules.with(FlowLayout.of(definition, FieldTypes.standard()), Stage.STEP, Templates.standard());
        index = RuleIndex.<Integer>using(rules).withAll(criteria);
        for (int i = 0; i < LEADS; i++) {
            prepare(lead(BuyerJob.lead(random)));
        }
    }

    private void prepare(Lead lead) {
        Event planned = planned(amongAll.submit(lead));
        List<Integer> meant = index.matches(planned.snapshot(), RuleJob.NOW);
        leads.add(lead);
        scopes.add(planned.snapshot());
        amongTheMeant.add(sluice.open(flow(
                "meant_" + leads.size(),
                meant.stream().map(place -> recipient(place, null)).toList())));
    }

    private static Event planned(Submission answer) {
        return answer.events().stream()
                .filter(event -> event.type().equals(EventType.DISTRIBUTE_COMPLETED))
                .findFirst()
                .orElseThrow();
    }

    private static Lead lead(Map<String, Object> values) {
        Lead lead = Lead.from("bench");
        for (Map.Entry<String, Object> value : values.entrySet()) {
            lead = lead.with(value.getKey(), String.valueOf(value.getValue()));
        }
        return lead;
    }

    private static RecipientStep recipient(int place, @Nullable RuleSet criteria) {
        return RecipientStep.to("buyer_" + place, "stub")
                .when(criteria)
                .pricing(Pricing.fixed("20"))
                .map("amount", "{{lead.amount}}")
                .build();
    }

    private static FlowDefinition flow(String id, List<RecipientStep> recipients) {
        return FlowDefinition.builder(id)
                .fields(BuyerJob.FIELDS.entrySet().stream()
                        .map(field -> FieldDefinition.of(field.getKey(), field.getValue()))
                        .toList())
                .source("bench")
                .step(DistributeStep.waterfall("sell", recipients.toArray(RecipientStep[]::new)))
                .build();
    }

    private int next() {
        next = (next + 1) % LEADS;
        return next;
    }

    @Benchmark
    public int indexAlone() {
        return index.matches(scopes.get(next()), RuleJob.NOW).size();
    }

    @Benchmark
    public Submission amongAll() {
        return amongAll.submit(leads.get(next()));
    }

    @Benchmark
    public Submission amongTheMeant() {
        int lead = next();
        return amongTheMeant.get(lead).submit(leads.get(lead));
    }
}
