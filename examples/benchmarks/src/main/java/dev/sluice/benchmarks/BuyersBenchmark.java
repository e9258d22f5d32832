package dev.sluice.benchmarks;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
    private static final String[] PRODUCTS = {"auto", "home", "life", "solar", "roof"};
    private static final String[] DOMAINS = {
        "mailinator.com", "spam.example", "junk.example", "example.com", "mail.example"
    };
    private static final String[] STATES = new String[50];
    private static final String[] NAMES = {
        "phone_valid", "state", "age", "amount", "email_domain", "product", "score", "source", "country", "consent"
    };

    static {
        for (int i = 0; i < STATES.length; i++) {
            STATES[i] = "S" + i;
        }
    }

    @Param({"10", "1000", "10000"})
    public int buyers;

    private final Layout layout = Layout.builder().names(Section.LEAD, NAMES).build();
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
            RuleSet set = buyer(random);
            all.put(i, set);
            each.add(rules.compile(set));
        }
        another = buyer(random);
        index = RuleIndex.<Integer>using(rules).withAll(all);
        for (int i = 0; i < 64; i++) {
            Map<String, Object> lead = lead(random);
            leads.add(lead);
            scopes.add(RuleJob.scope(lead, layout));
        }
        for (int i = 0; i < 64; i++) {
            if (indexed() != decideEach()) {
                throw new IllegalStateException("the index gives other buyers than deciding each");
            }
        }
    }

    private RuleSet buyer(Random random) {
        Set<String> states = new HashSet<>();
        for (int i = random.nextInt(10); i >= 0; i--) {
            states.add(STATES[random.nextInt(STATES.length)]);
        }
        long age = 18 + random.nextInt(30);
        long low = 1_000L * random.nextInt(50);
        long high = low + 10_000 + 1_000L * random.nextInt(100);
        String domain = DOMAINS[random.nextInt(3)];
        Set<String> products = Set.of(PRODUCTS[random.nextInt(5)]);
        long score = 450 + random.nextInt(300);
        Set<String> sources = new HashSet<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            sources.add("src_" + random.nextInt(8));
        }
        closures.add(lead -> (Boolean) lead.get("phone_valid")
                && states.contains((String) lead.get("state"))
                && (Long) lead.get("age") >= age
                && (Long) lead.get("amount") >= low
                && (Long) lead.get("amount") <= high
                && !domain.equals(lead.get("email_domain"))
                && products.contains((String) lead.get("product"))
                && (Long) lead.get("score") >= score
                && sources.contains((String) lead.get("source"))
                && "US".equals(lead.get("country"))
                && (Boolean) lead.get("consent"));
        return allOf(
                field("lead.phone_valid").isTrue(),
                field("lead.state").isIncludedIn(states.toArray()),
                field("lead.age").isGreaterThanOrEqualTo(age),
                field("lead.amount").isBetween(low, high),
                field("lead.email_domain").isNotEqualTo(domain),
                field("lead.product").isIncludedIn(products.toArray()),
                field("lead.score").isGreaterThanOrEqualTo(score),
                field("lead.source").isIncludedIn(sources.toArray()),
                field("lead.country").isEqualTo("US"),
                field("lead.consent").isTrue());
    }

    private static Map<String, Object> lead(Random random) {
        Map<String, Object> lead = new HashMap<>();
        lead.put("phone_valid", random.nextInt(10) > 0);
        lead.put("state", STATES[random.nextInt(STATES.length)]);
        lead.put("age", 18L + random.nextInt(60));
        lead.put("amount", 500L * random.nextInt(300));
        lead.put("email_domain", DOMAINS[random.nextInt(DOMAINS.length)]);
        lead.put("product", PRODUCTS[random.nextInt(5)]);
        lead.put("score", 400L + random.nextInt(450));
        lead.put("source", "src_" + random.nextInt(8));
        lead.put("country", "US");
        lead.put("consent", true);
        return lead;
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
