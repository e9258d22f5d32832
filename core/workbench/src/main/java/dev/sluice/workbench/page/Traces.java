package dev.sluice.workbench.page;

import dev.sluice.event.Event;
import dev.sluice.event.Reader;
import dev.sluice.event.Sight;
import dev.sluice.rules.Clause;
import dev.sluice.rules.CompiledRules;
import dev.sluice.types.Arr;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Decisions in few characters: the clauses of rules stand once in a table, an event has their results and what was there.
 * For one thread.
 */
final class Traces {
    private static final Text HIDDEN = new Text("(hidden)");

    private final Map<CompiledRules, Integer> places = new HashMap<>();
    private final List<Value> table = new ArrayList<>();
    private final List<List<Value>> expected = new ArrayList<>();

    /** The decisions of an event, as {@code reader} sees what was there. */
    Value of(Event event, Rulebook rulebook, Reader reader, Map<String, Value> seen) {
        List<Value> all = new ArrayList<>();
        for (Rulebook.Told told : rulebook.decisions(event)) {
            all.add(trace(told, reader, seen));
        }
        return Arr.of(all);
    }

    /** The rules that traces name by their place: {@code [[pointer, lhv, op, expected], ...]} each. */
    Value table() {
        return Arr.of(table);
    }

    private Obj trace(Rulebook.Told told, Reader reader, Map<String, Value> seen) {
        List<Clause> clauses = told.decision().trace();
        int place = places.computeIfAbsent(told.rules(), any -> add(clauses));
        StringBuilder results = new StringBuilder();
        List<Value> actual = new ArrayList<>();
        Map<String, Value> other = new LinkedHashMap<>();
        Map<String, Value> why = new LinkedHashMap<>();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            results.append(clause.result().name().toLowerCase(Locale.ROOT).charAt(0));
            actual.add(clause.result() == Clause.Result.NOT_EVALUATED ? Null.NULL : actual(clause, reader, seen));
            if (!clause.expected().equals(expected.get(place).get(i))) {
                other.put(String.valueOf(i), clause.expected());
            }
            if (!clause.why().isEmpty()) {
                why.put(String.valueOf(i), new Text(clause.why()));
            }
        }
        return Obj.EMPTY
                .with("n", new Text(told.name()))
                .with("r", Num.of(place))
                .with("s", new Text(results.toString()))
                .with("a", Arr.of(actual))
                .with("x", Obj.of(other))
                .with("w", Obj.of(why));
    }

    private int add(List<Clause> clauses) {
        expected.add(clauses.stream().map(Clause::expected).toList());
        table.add(Arr.of(clauses.stream().map(Traces::row).toList()));
        return table.size() - 1;
    }

    private static Value row(Clause clause) {
        Value op = clause.op() == null ? Null.NULL : new Text(clause.op().canonical());
        return Arr.of(List.of(new Text(clause.pointer()), new Text(clause.lhv()), op, there(clause.expected())));
    }

    /** As the reader sees the data; what is worked out of them is masked where personal data was read. */
    private static Value actual(Clause clause, Reader reader, Map<String, Value> seen) {
        String lead = Section.LEAD.path() + ".";
        String source = clause.source();
        Value there = seen.get(source.startsWith(lead) ? source.substring(lead.length()) : source);
        if (there != null) {
            return there;
        }
        return reader.role().personal() == Sight.HIDDEN ? HIDDEN : there(clause.actual());
    }

    private static Value there(Value value) {
        return value.isMissing() ? Null.NULL : value;
    }
}
