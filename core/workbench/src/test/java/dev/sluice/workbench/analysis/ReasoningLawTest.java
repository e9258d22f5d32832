package dev.sluice.workbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.RuleSet;
import dev.sluice.rules.Rules;
import dev.sluice.templates.Templates;
import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Layout;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is said of rule sets made by chance is held against all leads of small domains: what no lead satisfies, what every lead
 * satisfies. What a text includes is not reasoned about, so sets that ask for it need not be found. {@code -Dsets=20000} for more, {@code -Dseed=} for one run again.
 */
class ReasoningLawTest {
    private static final int SETS = Integer.getInteger("sets", 400);
    private static final long SEED = Long.getLong("seed", 20261122);
    private static final At NOW = At.utc(Instant.parse("2026-01-05T15:00:00Z"));
    private static final FieldTypes TYPES = FieldTypes.standard();
    /** Of the numbers: each that rules name, those beside and between them, one that is none, and none at all. */
    private static final List<String> NUMBERS =
            List.of("", "-5", "0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5", "5.5", "6", "9", "abc");
    /** Of the texts: each that rules name, in other cases, as parts of others, one that nothing names, and none at all. */
    private static final List<String> TEXTS = List.of("", "a", "A", "b", "c", "ab", "ba", "abc", "bc", "zz", "1");

    private final Random random = new Random(SEED);

    private static FlowDefinition flow(String rules) {
        return FlowDefinition.read("""
                {"id": "f", "fields": [{"id": "n", "type": "number", "pii": "none"}, {"id": "s", "type": "string", "pii": "none"}],
                 "acceptanceCriteria": {"ruleSet": %s},
                 "sources": [{"id": "web"}],
                 "steps": [{"id": "a", "type": "recipient", "plugin": "h", "pricing": {"prices": [{"amount": 1}]}}]}
                """.formatted(rules));
    }

    private String set(int depth) {
        int count = 1 + random.nextInt(3);
        String rules = IntStream.range(0, count)
                .mapToObj(i -> depth > 0 && random.nextInt(4) == 0 ? set(depth - 1) : rule())
                .collect(Collectors.joining(", "));
        String not = random.nextInt(6) == 0 ? ", \"not\": true" : "";
        return "{\"op\": \"" + (random.nextBoolean() ? "and" : "or") + "\"" + not + ", \"rules\": [" + rules + "]}";
    }

    private String rule() {
        return random.nextBoolean() ? onNumber() : onText();
    }

    private String onNumber() {
        int at = random.nextInt(5);
        return switch (random.nextInt(9)) {
            case 0 -> rule("n", "is equal to", "" + at);
            case 1 -> rule("n", "is not equal to", "" + at);
            case 2 -> rule("n", "is less than", "" + at);
            case 3 -> rule("n", "is greater than", "" + at);
            case 4 -> rule("n", "is less than or equal to", "" + at);
            case 5 -> rule("n", "is greater than or equal to", "" + at);
            case 6 -> rule("n", "is between", "[" + at + ", " + (at + random.nextInt(3)) + "]");
            case 7 -> rule("n", "is blank", "");
            default -> rule("n", "is not blank", "");
        };
    }

    private String onText() {
        String one = text();
        return switch (random.nextInt(8)) {
            case 0 -> rule("s", "is equal to", one);
            case 1 -> rule("s", "is not equal to", one);
            case 2 -> rule("s", "is included in", "[" + one + ", " + text() + "]");
            case 3 -> rule("s", "is not included in", "[" + one + ", " + text() + "]");
            case 4 -> rule("s", "includes", one);
            case 5 -> rule("s", "is blank", "");
            case 6 -> rule("s", "is not blank", "");
            default -> rule("s", "does not include", one);
        };
    }

    private String text() {
        return List.of("\"a\"", "\"b\"", "\"c\"", "\"ab\"").get(random.nextInt(4));
    }

    private static String rule(String field, String op, String value) {
        return "{\"lhv\": \"lead." + field + "\", \"op\": \"" + op + "\""
                + (value.isEmpty() ? "" : ", \"rhv\": " + value) + "}";
    }

    private static List<Scope> leads() {
        List<Scope> all = new ArrayList<>();
        for (String number : NUMBERS) {
            for (String text : TEXTS) {
                Obj lead = Obj.EMPTY.with("n", typed("number", number)).with("s", typed("string", text));
                all.add(Scope.EMPTY.with(Section.LEAD, lead));
            }
        }
        return all;
    }

    private static Value typed(String type, String raw) {
        FieldType known = TYPES.named(type).orElseThrow();
        return raw.isEmpty() ? Value.missing() : known.parse(Value.text(raw), Parsing.at(NOW));
    }

    @Test
    void nothing_is_said_that_a_lead_contradicts_and_little_is_left_unsaid() {
        List<Scope> leads = leads();
        Set<String> wrong = new TreeSet<>();
        Set<String> unsaid = new TreeSet<>();
        int said = 0;
        for (int i = 0; i < SETS; i++) {
            String text = set(2);
            FlowDefinition flow = flow(text);
            Set<String> codes = FlowAnalysis.standard().check(flow).stream()
                    .filter(finding -> finding.pointer().equals("/acceptanceCriteria/ruleSet"))
                    .map(finding -> finding.code())
                    .collect(Collectors.toSet());
            long passing = passing(flow, leads);
            boolean none = codes.contains("contradictory_rules");
            boolean all = codes.contains("always_true_rules");
            said += none || all ? 1 : 0;
            if (none && passing > 0 || all && passing < leads.size()) {
                wrong.add(codes + " of " + text + ", which " + passing + " of " + leads.size() + " leads satisfy");
            } else if (!asksForParts(text) && (passing == 0 && !none || passing == leads.size() && !all)) {
                unsaid.add(text + ", which " + passing + " of " + leads.size() + " leads satisfy");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(said).as("sets of which something is said").isGreaterThan(SETS / 50);
        assertThat(unsaid).as("sets of which nothing is said").isEmpty();
    }

    private static boolean asksForParts(String rules) {
        return rules.contains("\"includes\"") || rules.contains("\"does not include\"");
    }

    private static long passing(FlowDefinition flow, List<Scope> leads) {
        Layout layout = FlowLayout.of(flow, TYPES);
        RuleSet set = flow.acceptance().ruleSet();
        assertThat(set).isNotNull();
        CompiledRules rules =
                Rules.with(layout, Stage.GATE, Templates.standard()).compile(set);
        return leads.stream().filter(lead -> rules.decide(lead, NOW).passed()).count();
    }
}
