package dev.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The flat program decides as the definition reads, evaluates no clause more than reading it would, and can be recalled. */
class ProgramPropertyTest {
    private final Leads leads = new Leads();

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("seeds", 400));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_condition_decides_as_it_reads(long seed) {
        Random random = new Random(seed);
        Condition condition = set(random, 4);
        CompiledRules rules = leads.rules().compile(condition);
        for (int i = 0; i < 20; i++) {
            Scope scope = lead(random);
            Reading reading = new Reading(leads, scope);
            Reading.Answer expected = reading.read(condition, false);

            Decision decision = rules.decide(scope, leads.at());

            assertThat(decision.passed()).isEqualTo(expected != Reading.Answer.FAILED);
            assertThat(decision.evaluated()).isEqualTo(reading.evaluated());
            Decision recalled = rules.recall(scope, leads.at(), decision.results());
            assertThat(recalled.passed()).isEqualTo(decision.passed());
            assertThat(recalled.reason()).isEqualTo(decision.reason());
            assertThat(recalled.trace()).isEqualTo(decision.trace());
            assertThat(decision.reason().isPresent()).isNotEqualTo(decision.passed());
            assertThat(decision.trace().stream().filter(c -> c.result() != Clause.Result.NOT_EVALUATED))
                    .hasSize(decision.evaluated());
        }
    }

    private static Scope lead(Random random) {
        Map<String, Object> lead = new HashMap<>();
        for (String field : List.of("a", "b", "c", "d")) {
            if (random.nextInt(4) > 0) {
                lead.put(field, random.nextInt(4));
            }
        }
        return new Leads().scope(Map.of("lead", lead));
    }

    private static RuleSet set(Random random, int depth) {
        List<Condition> rules = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            rules.add(depth == 0 || random.nextInt(3) > 0 ? rule(random, depth) : set(random, depth - 1));
        }
        RuleSet.Op op = random.nextBoolean() ? RuleSet.Op.AND : RuleSet.Op.OR;
        return new RuleSet(op, rules, random.nextInt(4) == 0, random.nextInt(3) > 0, null, null);
    }

    private static Rule rule(Random random, int depth) {
        String lhv = "lead." + "abcd".charAt(random.nextInt(4));
        Operator[] operators = {
            Operator.IS_EQUAL_TO,
            Operator.IS_NOT_EQUAL_TO,
            Operator.IS_LESS_THAN,
            Operator.IS_BLANK,
            Operator.IS_NOT_BLANK
        };
        Operator op = operators[random.nextInt(operators.length)];
        Value right = op.unary() ? Value.missing() : Value.number(random.nextInt(4));
        Rule rule = Rule.of(lhv, op, right);
        return depth > 0 && random.nextInt(4) == 0 ? rule.and(set(random, depth - 1)) : rule;
    }

    /** Evaluates a condition as a person would read it. */
    private static final class Reading {
        enum Answer {
            PASSED,
            FAILED,
            LEFT_OUT
        }

        private final Leads leads;
        private final Scope scope;
        private int evaluated;

        Reading(Leads leads, Scope scope) {
            this.leads = leads;
            this.scope = scope;
        }

        int evaluated() {
            return evaluated;
        }

        Answer read(Condition condition, boolean lenient) {
            return condition instanceof RuleSet set
                    ? set(set, lenient || !set.strict())
                    : rule((Rule) condition, lenient);
        }

        private Answer rule(Rule rule, boolean lenient) {
            boolean asks = rule.op().contains("blank");
            if (lenient && !asks && scope.get(rule.lhv()).isAbsent()) {
                return Answer.LEFT_OUT;
            }
            evaluated++;
            Rule alone = new Rule(rule.lhv(), rule.op(), rule.rhv(), null, null, null);
            if (!leads.rules().compile(alone).decide(scope, leads.at()).passed()) {
                return Answer.FAILED;
            }
            @Nullable RuleSet attached = rule.ruleSet();
            return attached == null || read(attached, lenient) != Answer.FAILED ? Answer.PASSED : Answer.FAILED;
        }

        private Answer set(RuleSet set, boolean lenient) {
            Answer answer = joined(set, lenient);
            if (!set.negated() || answer == Answer.LEFT_OUT) {
                return answer;
            }
            return answer == Answer.PASSED ? Answer.FAILED : Answer.PASSED;
        }

        private Answer joined(RuleSet set, boolean lenient) {
            if (set.rules().isEmpty()) {
                return Answer.PASSED;
            }
            int before = evaluated;
            Answer decisive = set.op() == RuleSet.Op.AND ? Answer.FAILED : Answer.PASSED;
            for (Condition rule : set.rules()) {
                if (read(rule, lenient) == decisive) {
                    return decisive;
                }
            }
            if (lenient && evaluated == before) {
                return Answer.LEFT_OUT;
            }
            return decisive == Answer.FAILED ? Answer.PASSED : Answer.FAILED;
        }
    }
}
