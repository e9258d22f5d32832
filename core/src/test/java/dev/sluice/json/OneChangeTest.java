package dev.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.InvalidFlowException;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.diff.Change;
import dev.sluice.flow.diff.FlowDifference;
import dev.sluice.internal.names.Pointer;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every value of every flow of the examples is changed, alone, and that one is named and no other: with its place in both
 * definitions, what stood there and what stands there, in words and as JSON.
 */
class OneChangeTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @TestFactory
    Stream<DynamicTest> what_is_changed_alone_is_named_alone() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files
                    .filter(file ->
                            file.endsWith("flow.json") && !file.toString().contains("target"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getParent().getFileName().toString(), () -> each(file)));
        }
    }

    private static void each(Path file) {
        Obj tree = FlowJson.tree(read(file));
        FlowDefinition before = FlowJson.read(ValueJson.write(tree));
        List<Edit> edits = new ArrayList<>();
        collect("", tree, edits);
        int made = 0;
        for (Edit edit : edits) {
            Optional<FlowDefinition> after = edited(tree, edit);
            if (after.isPresent() && !FlowJson.tree(after.get()).equals(tree)) {
                made++;
                assertNamed(edit, FlowDifference.between(before, after.get()), tree, FlowJson.tree(after.get()));
            }
        }
        assertThat(made)
                .as("edits that leave a readable flow, of " + edits.size())
                .isGreaterThan(edits.size() / 3);
    }

    private static FlowDefinition read(Path file) {
        try {
            return FlowJson.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Another value at a place; missing for nothing. */
    private record Edit(String pointer, Value value) {}

    private static void collect(String pointer, Value value, List<Edit> edits) {
        if (value instanceof Obj obj) {
            obj.members().forEach((name, member) -> {
                collect(Pointer.below(pointer, name), member, edits);
            });
        } else if (value instanceof Arr arr) {
            for (int i = 0; i < arr.size(); i++) {
                collect(Pointer.below(pointer, i), arr.at(i), edits);
            }
        } else {
            other(value).ifPresent(changed -> edits.add(new Edit(pointer, changed)));
        }
        if (!pointer.isEmpty() && !(value instanceof Text)) {
            edits.add(new Edit(pointer, Value.missing()));
        }
    }

    private static Optional<Value> other(Value value) {
        if (value instanceof Num num) {
            return Optional.of(Value.number(num.value().add(BigDecimal.ONE)));
        }
        if (value instanceof Bool flag) {
            return Optional.of(Value.bool(!flag.equals(Bool.TRUE)));
        }
        return value instanceof Text text ? Optional.of(new Text(text.value() + "x")) : Optional.empty();
    }

    private static Optional<FlowDefinition> edited(Obj tree, Edit edit) {
        try {
            return Optional.of(FlowJson.read(ValueJson.write(replaced("", tree, edit))));
        } catch (InvalidFlowException unreadable) {
            return Optional.empty();
        }
    }

    private static Value replaced(String pointer, Value value, Edit edit) {
        if (pointer.equals(edit.pointer())) {
            return edit.value();
        }
        if (!edit.pointer().startsWith(pointer)) {
            return value;
        }
        if (value instanceof Obj obj) {
            Obj next = Obj.EMPTY;
            for (String name : obj.members().keySet()) {
                Value member = replaced(Pointer.below(pointer, name), obj.get(name), edit);
                next = member.isMissing() ? next : next.with(name, member);
            }
            return next;
        }
        if (value instanceof Arr arr) {
            List<Value> elements = new ArrayList<>();
            for (int i = 0; i < arr.size(); i++) {
                Value element = replaced(Pointer.below(pointer, i), arr.at(i), edit);
                if (!element.isMissing()) {
                    elements.add(element);
                }
            }
            return Arr.of(elements);
        }
        return value;
    }

    private static void assertNamed(Edit edit, FlowDifference difference, Obj before, Obj after) {
        String about = edit + " is told as:\n" + difference.text();
        assertThat(difference.changes()).as(about).isNotEmpty();
        for (Change change : difference.changes()) {
            boolean isThere = touches(change.from(), edit.pointer()) || touches(change.to(), edit.pointer());
            assertThat(isThere).as(about).isTrue();
            assertThat(change.words()).as(about).isNotBlank().doesNotContain("\n");
            assertThat(change.toValue().get("words").text()).isEqualTo(change.words());
            assertThat(change.toValue().get("kind").text())
                    .isEqualTo(change.kind().word());
            assertThat(change.subject().word()).as(about).isNotBlank();
        }
        // A thing that is called otherwise now is another thing: the old one is gone, the new one is there.
        if (!isGroup(edit, before)) {
            assertThat(difference.changes().size()).as(about).isLessThanOrEqualTo(isName(edit) ? 2 : 1);
        }
        assertThat(before).isNotEqualTo(after);
    }

    /** Whether several things went away at once; elements of lists are one. */
    private static boolean isGroup(Edit edit, Obj before) {
        Value value = before;
        for (String name : edit.pointer().substring(1).split("/", -1)) {
            value = value instanceof Arr arr ? arr.at(Integer.parseInt(name)) : value.part(name);
        }
        return edit.value().isMissing()
                && !edit.pointer().matches(".*/[0-9]+")
                && (value instanceof Arr || value instanceof Obj);
    }

    /** Whether the change is the place, something in which it stands, or, of a place that went away, something in it. */
    private static boolean touches(String changed, String edited) {
        return changed != null
                && (edited.equals(changed) || edited.startsWith(changed + "/") || changed.startsWith(edited + "/"));
    }

    private static boolean isName(Edit edit) {
        return edit.pointer().contains("/keyHashes/")
                || Stream.of("id", "key", "property", "field", "lhv", "op", "type", "listName", "hash")
                        .anyMatch(name -> edit.pointer().endsWith("/" + name));
    }
}
