package dev.sluice.delivery.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What holds for the check of settings, for deliveries and look-ups alike. */
final class ConfigChecks {
    private ConfigChecks() {}

    static void acceptsGood(Function<Obj, List<ConfigProblem>> check, Obj good) {
        assertThat(check.apply(good)).as("problems of settings that are right").isEmpty();
    }

    /** Each setting in turn is replaced by something of another kind; the check may find it wrong, but never breaks. */
    static void survivesAll(Function<Obj, List<ConfigProblem>> check, Obj good) {
        List<Value> odd = List.of(
                Value.text(null), new Text(""), new Text("{{"), Value.number(-1), Value.list(List.of()), Obj.EMPTY);
        wellFormed(check.apply(Obj.EMPTY));
        wellFormed(check.apply(good.with("no such setting", new Text("x"))));
        for (Map.Entry<String, Value> setting : good.members().entrySet()) {
            for (Value value : odd) {
                wellFormed(check.apply(good.with(setting.getKey(), value)));
            }
        }
    }

    private static void wellFormed(List<ConfigProblem> problems) {
        assertThat(problems).isNotNull().allSatisfy(problem -> {
            assertThat(problem.pointer()).as("pointer").matches("(/.*)?");
            assertThat(problem.code()).as("code").matches("[a-z][a-z0-9_]*");
            assertThat(problem.text()).as("text").isNotBlank();
        });
    }
}
