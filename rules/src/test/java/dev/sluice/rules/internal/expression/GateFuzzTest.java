package dev.sluice.rules.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rules.ExpressionException;
import dev.sluice.types.At;
import dev.sluice.types.Layout;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Throws token soup and mutated attacks at the gate: each is refused with a column or means something harmless.
 * {@code -Dfuzz.inputs=5000000} (profile {@code fuzz}) runs more of them.
 */
class GateFuzzTest {
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 200_000);
    private static final Pattern SAFE = Pattern.compile("[ov!&|?:()., 0-9k_a-z]+");
    private static final List<String> SOUP = List.of(
            "lead",
            ".",
            "state",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "'",
            "\"",
            "==",
            "=",
            "+",
            "-",
            "*",
            "/",
            "%",
            "&&",
            "||",
            "!",
            "?",
            ":",
            ";",
            ",",
            " ",
            "in",
            "contains",
            "not",
            "and",
            "or",
            "1",
            "0.5",
            "'TX'",
            "true",
            "null",
            "new",
            "class",
            "getClass",
            "System",
            "java.lang.Runtime",
            "lead.age",
            "matches",
            "lower",
            "min",
            "\\",
            "$",
            "#",
            "@",
            "~=",
            "\u00e9",
            "\\u0052",
            "/*",
            "*/",
            "\n",
            "this",
            "with",
            "import",
            "def",
            "setProperty(\"lead.canary\",\"1\")",
            "..",
            "<",
            ">=");
    private static final List<String> CORPUS = new ArrayList<>();
    private static final Scope LEAD = Scope.of((Obj) Value.of(Map.of("lead", Map.of("state", "TX", "age", 30))));
    private static final At NOW = At.utc(Instant.EPOCH);
    private static final Layout NOTHING = Layout.builder().build();

    @BeforeAll
    static void read_the_attacks() throws IOException {
        for (String file : List.of("mvel-escape.jsonl", "mvel-allowed.jsonl")) {
            try (InputStream in = Objects.requireNonNull(
                            GateFuzzTest.class.getResourceAsStream("/dev/sluice/rules/" + file));
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                Pattern expression = Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Matcher found = expression.matcher(line);
                    assertThat(found.find()).isTrue();
                    CORPUS.add(found.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void nothing_gets_through_that_could_do_harm(long seed) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < INPUTS / 2; i++) {
            accepted += runs(next(random)) ? 1 : 0;
        }
        assertThat(System.getProperty("lead.canary")).isNull();
        assertThat(accepted).as("inputs that reach MVEL at all").isPositive();
    }

    private static String next(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> soup(random);
            case 1 -> mutated(new RandomExpression(random).truthOrValue(), random);
            default -> mutated(CORPUS.get(random.nextInt(CORPUS.size())), random);
        };
    }

    private static String soup(Random random) {
        StringBuilder soup = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            soup.append(SOUP.get(random.nextInt(SOUP.size())));
        }
        return soup.toString();
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(mutated.length() + 1);
            int end = Math.min(mutated.length(), at + random.nextInt(4));
            switch (random.nextInt(4)) {
                case 0 -> mutated.insert(at, SOUP.get(random.nextInt(SOUP.size())));
                case 1 -> mutated.delete(at, end);
                case 2 -> mutated.replace(at, end, SOUP.get(random.nextInt(SOUP.size())));
                default -> mutated.insert(at, mutated.substring(at, end));
            }
        }
        return mutated.toString();
    }

    private static boolean runs(String text) {
        Term term;
        try {
            term = Parser.parse(text, NOTHING, Stage.ANY);
        } catch (ExpressionException refused) {
            assertThat(refused.column()).as(text).isBetween(1, text.length() + 1);
            return false;
        }
        assertThat(SAFE.matcher(new MvelText(term).text()).matches()).as(text).isTrue();
        if (text.length() % 4 != 0) {
            return true;
        }
        Value value = new MvelProgram(term, List.of()).byMvel(LEAD, NOW);
        assertThat(value).as(text).isEqualTo(term.evaluate(LEAD, new Operations(NOW)));
        return true;
    }
}
