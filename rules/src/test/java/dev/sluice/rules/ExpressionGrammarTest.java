package dev.sluice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.templates.Templates;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form of the grammar with its value, and hundreds of ways out of it with the column where each is stopped. */
class ExpressionGrammarTest {
    private static final Pattern UNUSUAL = Pattern.compile("<U\\+(....)>");
    private static final String LEAD = """
            {'lead': {'state': 'TX', 'age': 30, 'email': 'ann@example.com', 'first_name': 'Ann', 'last_name': 'Lee',
              'tags': ['a', 'B', 3], 'amount': '1,250.50', 'flag': true, 'off': false, 'words': 'True',
              'address': {'city': 'Austin', 'zip code': '78701'}, 'born': '03/15/1990', 'score': '10-20'}}
            """;

    private final Leads leads = new Leads().field("born", "date").field("score", "range");
    private final Scope lead = leads.scope((Obj) Json.value(Json.read(LEAD)));

    private static List<String> lines(String resource) {
        return Json.text(resource).lines().toList();
    }

    private Value value(String text) {
        return leads.rules().expression(text).evaluate(lead, leads.at());
    }

    private ExpressionException refusal(String text) {
        ExpressionException refusal = catchThrowableOfType(
                ExpressionException.class, () -> leads.rules().expression(text));
        assertThat(refusal).as(text).isNotNull();
        return refusal;
    }

    @Test
    void every_form_has_its_value() {
        for (String line : lines("expressions-allowed.txt")) {
            int arrow = line.lastIndexOf(" => ");
            String expected = line.substring(arrow + 4);
            Value value = value(line.substring(0, arrow));
            if (value instanceof Num num) {
                assertThat(num.value()).as(line).isEqualByComparingTo(new BigDecimal(expected));
            } else {
                assertThat(value.text()).as(line).isEqualTo(expected);
            }
        }
    }

    @Test
    void every_way_out_is_stopped_at_its_column() {
        for (String line : lines("expressions-refused.txt")) {
            String[] parts = line.split(" ", 2);
            String text = UNUSUAL.matcher(parts[1])
                    .replaceAll(found ->
                            Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));

            assertThat(refusal(text).column()).as(line).isEqualTo(Integer.parseInt(parts[0]));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "1 2@'2' is not expected here (column 3)",
                "1 'a'@a text is not expected here (column 3)",
                "1 +@the end is not expected here (column 4)",
                "lead[@in brackets stands a number or a text, not the end (column 6)",
                "(1@expected ')', found the end (column 3)",
                "[1 'a']@expected ',', found a text (column 4)",
                "true ? 1@expected ':', found the end (column 9)",
                "lead.(x)@expected a name, found '(' (column 6)",
                "~1@'~' is not part of expressions (column 1)",
                "\u007f@'\\u007f' is not part of expressions (column 1)",
                "\u00e9@'\\u00e9' is not part of expressions (column 1)",
                "1 && true@expected a yes or no, found a number (column 1)",
                "true || 'a'@expected a yes or no, found a text (column 9)",
                "'a' * 2@expected a number, found a text (column 5)",
                "[1] - 2@expected a number, found a list (column 5)",
                "2 - (1 == 1)@expected a number, found a yes or no (column 3)",
                "lower([1])@lower takes no list (column 1)",
                "upper('a', 'b')@upper takes 1 arguments, not 2 (column 1)",
                "x = 1@nothing can be assigned; '==' compares (column 3)",
                "lead.x()@methods cannot be called; functions are abs, ceil, coalesce, ends_with, floor, is_blank, length,"
                        + " lower, matches, max, min, now, number, round, starts_with, trim, upper (column 7)",
            })
    void a_refusal_says_what_and_where(String text, String message) {
        assertThat(refusal(text)).hasMessage(message);
    }

    @Test
    void what_just_fits_its_bound_is_read_and_one_more_is_not() {
        assertThat(value("'" + "x".repeat(9_998) + "'").text()).hasSize(9_998);
        assertThat(refusal("'" + "x".repeat(9_999) + "'").column()).isEqualTo(10_001);
        assertThat(value("[" + "1,".repeat(498) + "1]").part("length").text()).isEqualTo("499");
        assertThat(refusal("[" + "1,".repeat(499) + "1]").column()).isEqualTo(1_001);
        assertThat(value("(".repeat(24) + "1" + ")".repeat(24)).text()).isEqualTo("1");
        assertThat(refusal("(".repeat(25) + "1" + ")".repeat(25)).column()).isEqualTo(26);
        assertThat(value("!".repeat(48) + "true").text()).isEqualTo("true");
        assertThat(refusal("!".repeat(49) + "true").column()).isEqualTo(50);
        assertThat(value("true ? 1 : ".repeat(48) + "1").text()).isEqualTo("1");
        assertThat(refusal("true ? 1 : ".repeat(49) + "1").column()).isEqualTo(536);
        assertThat(value("1" + " + 1".repeat(100)).text()).isEqualTo("101");
        assertThat(refusal("1" + " + 1".repeat(101)).column()).isEqualTo(403);
        assertThat(value("1" + " * 1".repeat(100)).text()).isEqualTo("1");
        assertThat(refusal("1" + " * 1".repeat(101)).column()).isEqualTo(403);
        assertThat(value("1".repeat(40)).text()).isNotBlank();
        assertThat(refusal(" " + "1".repeat(41)).column()).isEqualTo(2);
        assertThat(value("min(" + "9,".repeat(48) + "1, 9)").text()).isEqualTo("1");
        assertThat(refusal("min(" + "9,".repeat(50) + "1)").column()).isEqualTo(1);
        assertThat(value("(1 + 1)" + " * (2 + 2)".repeat(30)).isMissing()).isFalse();
    }

    @Test
    void what_outgrows_its_bound_is_missing() {
        String large = "1" + "0".repeat(39);
        String thousand = large + (" * " + large).repeat(25);

        assertThat(value(thousand + " > 1").text()).isEqualTo("false");
        assertThat(value(large + (" * " + large).repeat(24) + " > 1").text()).isEqualTo("true");
        assertThat(value("0." + "0".repeat(37) + "1" + (" / " + large).repeat(26))
                        .isMissing())
                .isTrue();
        assertThat(value(large + " % 3").isMissing()).isTrue();
        assertThat(value("1" + "0".repeat(33) + " % 7").isMissing()).isFalse();
        assertThat(value("round(1.5, 20)").text()).isEqualTo("1.5");
        assertThat(value("round(1.5, 21)").isMissing()).isTrue();
        assertThat(value("round(1.25, 1)").text()).isEqualTo("1.3");
    }

    @Test
    void a_text_grows_to_its_bound_and_no_further() {
        String half = "x".repeat(1 << 15);
        Scope long_ = leads.scope((Obj) Json.value(Json.read("{'lead': {'a': '" + half + "', 'b': 'y'}}")));
        ExpressionProgram twice = leads.rules().expression("lead.a + lead.a");
        ExpressionProgram more = leads.rules().expression("lead.a + lead.a + lead.b");

        assertThat(twice.evaluate(long_, leads.at()).text()).hasSize(1 << 16);
        assertThat(more.evaluate(long_, leads.at()).isMissing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "lead.a;lead.a",
                "!lead.a;lead.a",
                "lead.a && lead.b || lead.c;lead.a lead.b lead.c",
                "lead.a == lead.b;lead.a lead.b",
                "lead.a == 1;lead.a",
                "lead.a ? lead.b : lead.c;lead.a lead.b lead.c",
                "[lead.a, 1, lead.b];lead.a lead.b",
                "lower(lead.a) + -lead.b;lead.a lead.b",
                "max(lead.a, lead.b, lead.c);lead.a lead.b lead.c",
                "lead['zip code'];lead[zip code]",
                "lead.tags[0].x_1;lead.tags.0.x_1",
                "now();``",
            })
    void it_tells_which_paths_it_reads(String text, String paths) {
        assertThat(String.join(
                        " ",
                        leads.rules().expression(text).refs().stream()
                                .map(Ref::path)
                                .toList()))
                .isEqualTo(paths);
    }

    @Test
    void what_a_stage_may_not_read_an_expression_may_not_either() {
        Rules steps = Rules.with(leads.layout(), Stage.STEP, Templates.standard());

        ExpressionException refusal = catchThrowableOfType(
                ExpressionException.class, () -> steps.expression("1 == 1 && decisions.price > 1"));

        assertThat(refusal.column()).isEqualTo(11);
    }

    @Test
    void an_invalid_value_is_not_true() {
        Leads typed = new Leads().field("agreed", "boolean");
        ExpressionProgram agreed = typed.rules().expression("lead.agreed ? 'yes' : 'no'");

        assertThat(agreed.evaluate(typed.scope((Obj) Json.value(Json.read("{'lead':{'agreed':'on'}}"))), typed.at())
                        .text())
                .isEqualTo("yes");
        assertThat(agreed.evaluate(
                                typed.scope((Obj) Json.value(Json.read("{'lead':{'agreed':'perhaps'}}"))), typed.at())
                        .text())
                .isEqualTo("no");
    }
}
