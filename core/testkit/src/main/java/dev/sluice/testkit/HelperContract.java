package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.templates.Helper;
import dev.sluice.templates.HelperCall;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Helper} of templates keeps to; extend it, give one, and what it makes of an example. */
public abstract class HelperContract {
    private static final At NOW = At.utc(Instant.parse("2026-01-05T15:00:00Z"));

    /** The helper. */
    protected abstract Helper helper();

    /** The arguments of the example. */
    protected abstract List<Value> example();

    /** What is made of them, as text. */
    protected abstract String result();

    private Value called(List<Value> arguments) {
        return helper().apply(new HelperCall(arguments, Map.of(), NOW));
    }

    /** The example. */
    @Test
    protected void it_does_what_it_is_for() {
        assertThat(called(example()).text()).isEqualTo(result());
    }

    /** Previews, replays and tries again make the same text. */
    @Test
    protected void the_same_call_has_the_same_answer() {
        assertThat(called(example())).isEqualTo(called(example()));
    }

    /** A variable that is not there is an argument, too. */
    @Test
    protected void missing_arguments_give_a_value_or_none() {
        assertThat(called(List.of())).isNotNull();
        assertThat(called(List.of(Missing.MISSING))).isNotNull();
        assertThat(called(List.of(Missing.MISSING, Missing.MISSING, Missing.MISSING)))
                .isNotNull();
    }

    /** Leads are written by anybody. */
    @Test
    protected void hostile_arguments_give_a_value_or_none() {
        for (String hostile : HostileTexts.all()) {
            assertThat(called(List.of(new Text(hostile)))).isNotNull();
        }
        assertThat(called(List.of(Value.list(List.of())))).isNotNull();
        assertThat(called(List.of(Value.number(Long.MAX_VALUE)))).isNotNull();
    }

    /** Leads are rendered at once. */
    @Test
    protected void threads_do_not_disturb_each_other() {
        assertThat(Race.run(8, runner -> () -> called(example()).text())).containsOnly(result());
    }
}
