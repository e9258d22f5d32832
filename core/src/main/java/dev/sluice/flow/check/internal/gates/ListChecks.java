package dev.sluice.flow.check.internal.gates;

import dev.sluice.flow.ListName;
import dev.sluice.flow.ListStep;
import dev.sluice.flow.PlacedStep;
import dev.sluice.flow.Suppression;
import dev.sluice.flow.Window;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Reads;
import dev.sluice.flow.check.Subject;
import dev.sluice.internal.names.Nearest;
import dev.sluice.internal.names.Pointer;
import dev.sluice.types.Path;
import dev.sluice.types.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** List checks whose names cannot be read, lists without a name, values of nothing; rules that read checks that are not there. */
final class ListChecks implements Check {
    private static final String VARIABLE = "suppressionlist";
    private static final String PREFIX = "is_";

    @Override
    public void check(Subject subject, Found found) {
        subject.flow().listChecks().forEach((name, check) -> {
            String pointer = Pointer.below("/listChecks", name);
            name(name, pointer, found);
            list(check.value(), check.listName(), pointer, found);
            lookback(check.lookback(), pointer, found);
        });
        List<Suppression> suppression = subject.flow().suppression();
        for (int i = 0; i < suppression.size(); i++) {
            String pointer = "/suppression/" + i;
            list(suppression.get(i).value(), suppression.get(i).listName(), pointer, found);
            lookback(suppression.get(i).lookback(), pointer, found);
        }
        PlacedStep.all(subject.flow()).forEach(placed -> {
            if (placed.step() instanceof ListStep step) {
                step(step, placed.pointer(), found);
            }
        });
        reads(subject, found);
    }

    private static void step(ListStep step, String pointer, Found found) {
        list(step.values().isEmpty() ? "" : step.values().get(0), step.listName(), pointer, found);
        lookback(step.lookback(), pointer, found);
        boolean isQuery = step.operation() == ListStep.Operation.QUERY;
        if (!isQuery && ListName.all(step.listName()).size() > 1) {
            found.error(
                    "several_lists",
                    pointer + "/listName",
                    "only a query looks into several lists; use a step for each list that is changed");
        }
        if (step.values().size() > 1 && (isQuery || step.operation() == ListStep.Operation.UNIQUE)) {
            found.error(
                    "several_values", pointer + "/value", "a query or a claim is about one value; use a step for each");
        }
    }

    private static void name(String name, String pointer, Found found) {
        boolean readable = !name.isEmpty()
                && name.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
        if (!readable) {
            found.error(
                    "invalid_list_check",
                    pointer,
                    "rules read a list check as suppressionlist.is_<name>; give it a name of a to z, 0 to 9 and _,"
                            + " such as duplicate, existing_customer or dnc");
        }
    }

    private static void list(String value, String listName, String pointer, Found found) {
        if (ListName.all(listName).isEmpty()) {
            found.error(
                    "no_list_name",
                    pointer + "/listName",
                    "nothing is left of this list name once punctuation is dropped; name a list by letters or digits");
        }
        if (value.isBlank()) {
            found.error(
                    "no_list_value", pointer + "/value", "a blank value is in no list; write a template for a field");
        }
    }

    private static void lookback(@Nullable Window lookback, String pointer, Found found) {
        if (lookback != null && lookback.value() < 1) {
            found.error("window_too_short", pointer + "/lookback/value", "a window lasts at least 1 unit");
        }
    }

    private static void reads(Subject subject, Found found) {
        List<String> known = subject.flow().listChecks().keySet().stream()
                .map(PREFIX::concat)
                .toList();
        Reads.of(subject, (place, ref) -> {
            List<String> words = Path.of(ref.path().trim()).words();
            boolean isCheck = ref.section() == Section.VARS
                    && words.size() > 1
                    && words.get(0).equals(VARIABLE);
            if (isCheck && !known.contains(words.get(1))) {
                found.warning(
                        "unknown_list_check",
                        place.pointer(),
                        "no list check gives '" + ref.path() + "'; " + Nearest.advice(words.get(1), known));
            }
        });
    }
}
