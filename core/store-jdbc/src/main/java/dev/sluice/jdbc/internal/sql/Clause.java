package dev.sluice.jdbc.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition in SQL.
 *
 * @param sql with a question mark for each value
 * @param values texts and numbers
 */
public record Clause(String sql, List<Object> values) {
    /** The condition that holds always. */
    public static final Clause TRUE = of("1 = 1");

    public Clause {
        values = List.copyOf(values);
    }

    public static Clause of(String sql, Object... values) {
        return new Clause(sql, List.of(values));
    }

    /** Holds where all of them do. */
    public static Clause all(List<Clause> clauses) {
        return clauses.isEmpty() ? TRUE : joined(clauses, " and ");
    }

    /** Clauses one after the other. */
    public static Clause joined(List<Clause> clauses, String between) {
        List<Object> values = new ArrayList<>();
        clauses.forEach(clause -> values.addAll(clause.values));
        return new Clause(clauses.stream().map(Clause::sql).collect(Collectors.joining(between)), values);
    }

    public Clause and(Clause other) {
        return all(List.of(this, other));
    }
}
