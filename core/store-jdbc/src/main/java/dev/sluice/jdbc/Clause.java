package dev.sluice.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition in SQL.
 *
 * @param sql with a question mark for each value
 * @param values texts and numbers
 */
record Clause(String sql, List<Object> values) {
    /** The condition that holds always. */
    static final Clause TRUE = of("1 = 1");

    Clause {
        values = List.copyOf(values);
    }

    static Clause of(String sql, Object... values) {
        return new Clause(sql, List.of(values));
    }

    /** Holds where all of them do. */
    static Clause all(List<Clause> clauses) {
        return clauses.isEmpty() ? TRUE : joined(clauses, " and ");
    }

    /** Clauses one after the other. */
    static Clause joined(List<Clause> clauses, String between) {
        List<Object> values = new ArrayList<>();
        clauses.forEach(clause -> values.addAll(clause.values));
        return new Clause(clauses.stream().map(Clause::sql).collect(Collectors.joining(between)), values);
    }

    Clause and(Clause other) {
        return all(List.of(this, other));
    }
}
