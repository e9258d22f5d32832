package dev.sluice.benchmarks;

import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Decision;
import dev.sluice.types.Layout;
import io.github.jamsesso.jsonlogic.JsonLogic;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.MapContext;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.mvel2.MVEL;
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
import org.springframework.expression.Expression;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/**
 * A: ten conditions that all hold. B: the fifth fails and its reason is wanted. C: twenty groups of ten of which none
 * holds. Every contestant must give the right answer before it is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class RulesBenchmark {
    private static final String MVEL_IN = "states contains state";
    private static final String MVEL_MATCHES = "phone ~= '[2-9][0-9]{9}' && comment contains 'evening' && name != ''";
    private static final String JEXL_MATCHES = "phone =~ '[2-9][0-9]{9}' && comment.contains('evening') && name != ''";

    private final Map<String, Object> lead = RuleJob.lead(30);
    private final Layout layout = RuleJob.layout();
    private final dev.sluice.types.Scope scope = RuleJob.scope(lead, layout);
    private final CompiledRules passing = RuleJob.rules().compile(RuleJob.conditions(18, 0));
    private final CompiledRules failing = RuleJob.rules().compile(RuleJob.conditions(18, 30_000));
    private final CompiledRules groups = RuleJob.rules().compile(RuleJob.groups());
    private final List<Predicate<Map<String, Object>>> passingClosures = RuleJob.closures(18, 0);
    private final List<Predicate<Map<String, Object>>> failingClosures = RuleJob.closures(18, 30_000);
    private final List<List<Predicate<Map<String, Object>>>> groupClosures = new ArrayList<>();
    private final String[] reasons = new String[10];
    private Serializable mvel;
    private JexlExpression jexl;
    private MapContext jexlContext;
    private Expression spel;
    private StandardEvaluationContext spelContext;
    private com.googlecode.aviator.Expression aviator;
    private Rules easyRules;
    private DefaultRulesEngine easyEngine;
    private String jsonLogicRule;
    private JsonLogic jsonLogic;
    private Map<String, Object> named;

    @Setup
    public void prepare() {
        for (int i = 0; i < 20; i++) {
            groupClosures.add(RuleJob.closures(18, 30_000 + i));
        }
        for (int i = 0; i < reasons.length; i++) {
            reasons[i] = "condition " + i + " failed";
        }
        named = new HashMap<>(lead);
        named.put("states", RuleJob.STATES);
        mvel = MVEL.compileExpression(RuleJob.expression(18, 0, MVEL_MATCHES, MVEL_IN));
        jexl = new JexlBuilder()
                .create()
                .createExpression(RuleJob.expression(18, 0, JEXL_MATCHES, "states.contains(state)"));
        jexlContext = new MapContext(named);
        prepareSpel();
        aviator = com.googlecode.aviator.AviatorEvaluator.compile(RuleJob.expression(
                18,
                0,
                "phone =~ /[2-9][0-9]{9}/ && string.contains(comment, 'evening') && name != ''",
                "include(states, state)"));
        prepareEasyRules();
        prepareJsonLogic();
        check();
    }

    private void prepareSpel() {
        String text =
                "#root['states'].contains(#root['state']) && #root['age'] >= 18L && #root['email_domain'] != 'mailinator.com' && #root['phone_valid']"
                        + " && #root['amount'] >= 1000L && #root['amount'] <= 50000L && #root['phone'] matches '[2-9][0-9]{9}'"
                        + " && #root['comment'].contains('evening') && #root['name'] != '' && !#root['blocked'] && #root['born_day'] > 5000L";
        spel = new SpelExpressionParser(new SpelParserConfiguration(SpelCompilerMode.IMMEDIATE, null))
                .parseExpression(text);
        spelContext = new StandardEvaluationContext(named);
    }

    private void prepareEasyRules() {
        easyRules = new Rules();
        easyEngine = new DefaultRulesEngine();
        for (int i = 0; i < passingClosures.size(); i++) {
            Predicate<Map<String, Object>> closure = passingClosures.get(i);
            easyRules.register(new RuleBuilder()
                    .name("rule " + i)
                    .when(facts -> closure.test(facts.<Map<String, Object>>get("lead")))
                    .build());
        }
    }

    private void prepareJsonLogic() {
        jsonLogic = new JsonLogic();
        jsonLogicRule = "{\"and\":[{\"in\":[{\"var\":\"state\"},{\"var\":\"states\"}]},{\">=\":[{\"var\":\"age\"},18]},"
                + "{\"!=\":[{\"var\":\"email_domain\"},\"mailinator.com\"]},{\"var\":\"phone_valid\"},"
                + "{\"<=\":[1000,{\"var\":\"amount\"},50000]},{\"in\":[\"555\",{\"var\":\"phone\"}]},"
                + "{\"in\":[\"evening\",{\"var\":\"comment\"}]},{\"!=\":[{\"var\":\"name\"},\"\"]},"
                + "{\"!\":[{\"var\":\"blocked\"}]},{\">\":[{\"var\":\"born_day\"},5000]}]}";
    }

    private void check() {
        boolean right = sluicePass().passed()
                && passClosures()
                && (Boolean) passMvel()
                && (Boolean) passJexl()
                && (Boolean) passSpel()
                && (Boolean) passAviator()
                && (Boolean) passJsonLogic()
                && passEasyRules() == 10
                && sluiceFail().startsWith("Amount must be between")
                && failClosures().equals(reasons[4])
                && !sluiceGroups().passed()
                && !groupsClosures();
        if (!right) {
            throw new IllegalStateException("a contestant gives a wrong answer");
        }
    }

    @Benchmark
    public Decision sluicePass() {
        return passing.decide(scope, RuleJob.NOW);
    }

    /** What an event stores of it. */
    @Benchmark
    public long[] sluicePassStored() {
        return passing.decide(scope, RuleJob.NOW).results();
    }

    @Benchmark
    public boolean passClosures() {
        for (Predicate<Map<String, Object>> closure : passingClosures) {
            if (!closure.test(lead)) {
                return false;
            }
        }
        return true;
    }

    @Benchmark
    public Object passMvel() {
        return MVEL.executeExpression(mvel, named);
    }

    @Benchmark
    public Object passJexl() {
        return jexl.evaluate(jexlContext);
    }

    @Benchmark
    public Object passSpel() {
        return spel.getValue(spelContext);
    }

    @Benchmark
    public Object passAviator() {
        return aviator.execute(named);
    }

    @Benchmark
    public Object passJsonLogic() {
        try {
            return jsonLogic.apply(jsonLogicRule, named);
        } catch (io.github.jamsesso.jsonlogic.JsonLogicException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @Benchmark
    public long passEasyRules() {
        Facts facts = new Facts();
        facts.put("lead", lead);
        return easyEngine.check(easyRules, facts).values().stream()
                .filter(held -> held)
                .count();
    }

    /** The decision; its reason is made when it is read. */
    @Benchmark
    public Decision sluiceFailDecision() {
        return failing.decide(scope, RuleJob.NOW);
    }

    @Benchmark
    public String sluiceFail() {
        return failing.decide(scope, RuleJob.NOW).reason().orElse("");
    }

    @Benchmark
    public String failClosures() {
        for (int i = 0; i < failingClosures.size(); i++) {
            if (!failingClosures.get(i).test(lead)) {
                return reasons[i];
            }
        }
        return "";
    }

    @Benchmark
    public Decision sluiceGroups() {
        return groups.decide(scope, RuleJob.NOW);
    }

    @Benchmark
    public boolean groupsClosures() {
        for (List<Predicate<Map<String, Object>>> group : groupClosures) {
            boolean held = true;
            for (Predicate<Map<String, Object>> closure : group) {
                if (!closure.test(lead)) {
                    held = false;
                    break;
                }
            }
            if (held) {
                return true;
            }
        }
        return false;
    }
}
