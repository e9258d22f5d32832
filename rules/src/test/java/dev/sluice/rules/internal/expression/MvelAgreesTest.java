package dev.sluice.rules.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.At;
import dev.sluice.types.Layout;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MVEL and the tree must give the same value for whatever the grammar lets through. */
class MvelAgreesTest {
    private static final At NOW = At.utc(Instant.parse("2026-03-15T12:00:00Z"));
    private static final Layout NOTHING = Layout.builder().build();
    private static final List<Scope> LEADS = List.of(
            Scope.EMPTY,
            lead(Map.of("state", "TX", "age", 30, "amount", "1,500.50", "flag", true, "tags", List.of("a", "B", 3))),
            lead(Map.of("state", " ca ", "age", -2.5, "amount", "no number", "flag", "false", "born", "1990-05-05")));

    private static Scope lead(Map<String, ?> lead) {
        return Scope.of((Obj) Value.of(Map.of("lead", lead)));
    }

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("seeds", 1_500));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void on_any_expression_of_the_grammar(long seed) {
        String text = new RandomExpression(new Random(seed)).truthOrValue();
        Term term = Parser.parse(text, NOTHING, Stage.ANY);
        MvelProgram program = new MvelProgram(term, List.of());

        for (Scope lead : LEADS) {
            assertThat(program.byMvel(lead, NOW)).as(text).isEqualTo(term.evaluate(lead, new Operations(NOW)));
            assertThat(program.byMvel(lead, NOW))
                    .as(text + " again")
                    .isEqualTo(term.evaluate(lead, new Operations(NOW)));
        }
    }

    @Test
    void on_the_longest_rows_and_deepest_nests_that_are_allowed() {
        String row = "lead.age > 1" + " && lead.age > 1".repeat(150);
        String nest = "(".repeat(24) + "lead.age > 1" + ")".repeat(24);
        String sum = "lead.age" + " + 1".repeat(100);

        for (String text : List.of(row, nest, sum)) {
            Term term = Parser.parse(text, NOTHING, Stage.ANY);
            assertThat(new MvelProgram(term, List.of()).byMvel(LEADS.get(1), NOW))
                    .isEqualTo(term.evaluate(LEADS.get(1), new Operations(NOW)));
        }
    }

    @Test
    void on_many_threads_that_share_a_program() throws Exception {
        String text = "lead.age > 18 && lead.state in ['TX', 'CA'] ? lead.state + '!' : lead.amount * 2";
        Term term = Parser.parse(text, NOTHING, Stage.ANY);
        MvelProgram program = new MvelProgram(term, List.of());
        List<Value> expected = LEADS.stream()
                .map(lead -> term.evaluate(lead, new Operations(NOW)))
                .toList();
        Callable<Boolean> work = () -> IntStream.range(0, 3_000)
                .allMatch(i -> program.byMvel(LEADS.get(i % 3), NOW).equals(expected.get(i % 3)));

        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(8, work))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void what_mvel_sees_holds_nothing_that_the_author_wrote() {
        Term term = Parser.parse("lead.state == \"System.exit(0)\" || lead.exit_code > 12345", NOTHING, Stage.ANY);

        String text = new MvelText(term).text();

        assertThat(text).matches("[ov!&|?:()., 0-9k_a-z]+").doesNotContain("exit", "state", "12345");
    }
}
