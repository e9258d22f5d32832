package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.rules.ExpressionException;
import dev.sluice.rules.ExpressionProgram;
import dev.sluice.rules.Expressions;
import dev.sluice.types.At;
import dev.sluice.types.Layout;
import dev.sluice.types.Obj;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every language of {@link Expressions} keeps to; extend it and give one that knows {@code ==}, {@code +} and {@code /}. */
public abstract class ExpressionsContract {
    private static final Layout LAYOUT =
            Layout.builder().names(Section.LEAD, "id", "a", "b").build();
    private static final At NOW = At.utc(Instant.parse("2026-01-05T15:00:00Z"));

    /** The language. */
    protected abstract Expressions expressions();

    private ExpressionProgram compiled(String text) {
        return expressions().compile(text, LAYOUT, Stage.STEP);
    }

    private static Scope lead(Value a, Value b) {
        return Scope.EMPTY.with(Section.LEAD, Obj.EMPTY.with("a", a).with("b", b));
    }

    /** A number is a number. */
    @Test
    protected void paths_are_read_from_the_lead() {
        assertThat(compiled("lead.a + lead.b")
                        .evaluate(lead(Value.number(2), Value.number(3)), NOW)
                        .text())
                .isEqualTo("5");
        assertThat(compiled("lead.a == lead.b")
                        .evaluate(lead(new Text("x"), new Text("x")), NOW)
                        .text())
                .isEqualTo("true");
    }

    /** Checks and masks look at them. */
    @Test
    protected void every_path_that_may_be_read_is_named() {
        assertThat(compiled("lead.a + lead.b").refs()).extracting(Ref::path).contains("lead.a", "lead.b");
    }

    /** At the opening of the flow, with a reason. */
    @Test
    protected void what_is_no_expression_is_refused() {
        for (String text : new String[] {"lead.a +", "((", "\u0000", "\"open"}) {
            assertThatThrownBy(() -> compiled(text)).as(text).isInstanceOf(ExpressionException.class);
        }
    }

    /** Where an operation has no answer it has none. */
    @Test
    protected void evaluation_never_throws() {
        ExpressionProgram divided = compiled("lead.a / lead.b");
        ExpressionProgram added = compiled("lead.a + lead.b");

        assertThat(divided.evaluate(lead(Value.number(1), Value.number(0)), NOW))
                .isNotNull();
        for (String hostile : HostileTexts.all()) {
            assertThatCode(() -> divided.evaluate(lead(new Text(hostile), Value.missing()), NOW))
                    .doesNotThrowAnyException();
            assertThatCode(() -> added.evaluate(lead(new Text(hostile), Value.list(java.util.List.of())), NOW))
                    .doesNotThrowAnyException();
        }
    }

    /** Programs are shared. */
    @Test
    protected void threads_do_not_disturb_each_other() {
        ExpressionProgram program = compiled("lead.a + lead.b");

        assertThat(Race.run(
                        8,
                        runner -> () -> program.evaluate(lead(Value.number(runner), Value.number(1)), NOW)
                                .text()))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
    }
}
