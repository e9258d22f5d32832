package dev.sluice.rules;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.anyOf;
import static dev.sluice.rules.Conditions.field;
import static dev.sluice.rules.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleIndexTest {
    private static final Object[] VALUES = {
        "TX",
        "tx ",
        "CA",
        5,
        "5",
        "5.0",
        "07",
        7,
        "7",
        -3,
        0,
        0.001,
        64,
        65,
        1e9,
        "1,000",
        "$1,000",
        1000,
        true,
        "true",
        "false",
        "",
        " ",
        null,
        "abc",
        "10-20",
        "700+",
        "2024-01-15",
        "2024-01-15T10:00:00Z",
        "20240115",
        List.of("TX", 5),
        List.of(),
        new BigDecimal("1e300"),
        new BigDecimal("-1e300"),
        "512-555",
        "Texas",
        "(512) 555-0123",
        "5125550123",
        "yes"
    };
    private static final Object[] NUMBERS = {
        -1000, -3, -0.5, 0, 0.0005, 5, 7, 15, 63, 64, 65, 999.99, 1000, 1e6, "1,000", "20240116"
    };
    private static final String[] PLAIN = {
        "lead.a", "lead.b", "lead.zip", "lead.n", "lead.day", "lead.flag", "lead.score", "a", "lead.st", "lead.ph"
    };

    private final Leads leads = new Leads()
            .field("zip", "postal_code")
            .field("n", "number")
            .field("day", "date")
            .field("flag", "boolean")
            .field("score", "range")
            .field("st", "state")
            .field("ph", "phone");

    static LongStream seeds() {
        return LongStream.range(0, Math.min(60, Integer.getInteger("seeds", 60)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_index_answers_as_asking_each_would_while_keys_come_and_go(long seed) {
        Random random = new Random(seed);
        Rules rules = leads.rules();
        RuleIndex<Integer> index = RuleIndex.using(rules);
        Map<Integer, Condition> all = new LinkedHashMap<>();
        for (int step = 0; step < 400; step++) {
            int key = random.nextInt(250);
            all.remove(key);
            if (random.nextInt(step < 200 ? 8 : 2) == 0) {
                index = index.without(key);
            } else {
                Condition condition = condition(random, 2);
                all.put(key, condition);
                index = index.with(key, condition);
            }
        }
        assertThat(index.size()).isEqualTo(all.size());
        Map<Integer, CompiledRules> compiled = new LinkedHashMap<>();
        all.forEach((key, condition) -> compiled.put(key, rules.compile(condition)));
        for (int i = 0; i < 25; i++) {
            Scope lead = lead(random);
            List<Integer> expected = new ArrayList<>();
            compiled.forEach((key, rule) -> {
                if (rule.decide(lead, leads.at()).passed()) {
                    expected.add(key);
                }
            });

            assertThat(index.matches(lead, leads.at())).isEqualTo(expected);
        }
    }

    private Scope lead(Random random) {
        Map<String, Object> lead = new HashMap<>();
        for (String path : PLAIN) {
            if (random.nextInt(5) > 0) {
                lead.put(path.replace("lead.", ""), VALUES[random.nextInt(VALUES.length)]);
            }
        }
        return leads.scope(Map.of("lead", lead));
    }

    private static Condition condition(Random random, int depth) {
        int shape = random.nextInt(depth == 0 ? 1 : 6);
        if (shape == 0) {
            return rule(random);
        }
        Condition[] parts = new Condition[1 + random.nextInt(3)];
        Arrays.setAll(parts, i -> condition(random, depth - 1));
        return switch (shape) {
            case 1 -> anyOf(parts);
            case 2 -> not(anyOf(parts));
            case 3 -> allOf(parts).lenient();
            case 4 -> rule(random).and(allOf(parts));
            default -> allOf(parts);
        };
    }

    private static Rule rule(Random random) {
        Subject field = field(PLAIN[random.nextInt(PLAIN.length)]);
        Object value = VALUES[random.nextInt(VALUES.length)];
        Object some = value == null ? "x" : value;
        Object number = NUMBERS[random.nextInt(NUMBERS.length)];
        Object other = NUMBERS[random.nextInt(NUMBERS.length)];
        return switch (random.nextInt(16)) {
            case 0, 1 -> field.isEqualTo(some);
            case 2 -> field.isNotEqualTo(some);
            case 3, 4 -> field.isIncludedIn("TX", some, 7);
            case 5 -> field.isNotIncludedIn("TX", some, "07");
            case 6 -> field.isGreaterThan(number);
            case 7 -> field.isGreaterThanOrEqualTo(number);
            case 8 -> field.isLessThan(number);
            case 9 -> field.isLessThanOrEqualTo(number);
            case 10 -> field.isBetween(number, other);
            case 11 -> field.isNotBetween(number, other);
            case 12 -> random.nextBoolean() ? field.isBlank() : field.isNotBlank();
            case 13 -> random.nextBoolean() ? field.isTrue() : field.isNotFalse();
            case 14 -> random.nextBoolean() ? field.formatIsValid() : field.formatIsInvalid();
            default -> random.nextBoolean() ? field.includes("5") : field.matchesPattern("*5*");
        };
    }

    @Test
    void a_key_that_does_not_match_says_why() {
        RuleIndex<String> index = RuleIndex.<String>using(leads.rules())
                .with(
                        "north",
                        allOf(field("lead.a").isEqualTo("ND"), field("lead.n").isGreaterThan(5)))
                .with("south", allOf(field("lead.a").isIncludedIn("TX", "LA")));
        Scope lead = leads.scope(Map.of("lead", Map.of("a", "TX", "n", 6)));

        assertThat(index.matches(lead, leads.at())).containsExactly("south");
        assertThat(index.explain("north", lead, leads.at()).orElseThrow().reason())
                .contains("A must be equal to ND");
        assertThat(index.explain("east", lead, leads.at())).isEmpty();
    }

    @Test
    void changes_leave_the_index_they_came_from_as_it_is() {
        Scope lead = leads.scope(Map.of("lead", Map.of("n", 6)));
        RuleIndex<String> one = RuleIndex.<String>using(leads.rules())
                .with("one", field("lead.n").isGreaterThan(5));
        RuleIndex<String> two = one.with("two", field("lead.n").isGreaterThan(4));
        RuleIndex<String> changed = two.with("one", field("lead.n").isGreaterThan(7));

        assertThat(one.matches(lead, leads.at())).containsExactly("one");
        assertThat(two.matches(lead, leads.at())).containsExactly("one", "two");
        assertThat(changed.matches(lead, leads.at())).containsExactly("two");
        assertThat(two.without("one").size()).isEqualTo(1);
        assertThat(two.without("three")).isSameAs(two);
    }

    @Test
    void findings_are_kept_by_key() {
        RuleIndex<String> index = RuleIndex.<String>using(leads.rules())
                .with("odd", Rule.of("lead.n", Operator.IS_BETWEEN, dev.sluice.types.Value.text("x")));

        assertThat(index.findings("odd")).extracting(Finding::code).containsExactly("invalid_range");
        assertThat(index.findings("none")).isEmpty();
    }

    @Test
    void keys_that_come_and_go_leave_the_rest_in_order() {
        Map<String, Condition> all = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            all.put("k" + i, field("lead.n").isGreaterThan(i % 2));
        }
        RuleIndex<String> index = RuleIndex.<String>using(leads.rules()).withAll(all);
        for (int i = 0; i < 280; i++) {
            index = index.without("k" + i);
        }
        index = index.with("last", field("lead.n").isEqualTo(2))
                .with("k299", field("lead.n").isEqualTo(3));
        Scope two = leads.scope(Map.of("lead", Map.of("n", 2)));

        List<String> expected = new ArrayList<>();
        for (int i = 280; i < 299; i++) {
            expected.add("k" + i);
        }
        expected.add("last");
        assertThat(index.matches(two, leads.at())).isEqualTo(expected);
        assertThat(index.size()).isEqualTo(21);
        assertThat(index.explain("k5", two, leads.at())).isEmpty();
        assertThat(index.explain("k299", two, leads.at()).orElseThrow().passed())
                .isFalse();
    }
}
