package dev.sluice.jdbc.internal.read;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventQuery;
import dev.sluice.event.TypePattern;
import dev.sluice.jdbc.internal.sql.Clause;
import dev.sluice.jdbc.internal.sql.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What the columns of an event can say about a query: never refuses an event that is asked for, may let through others.
 * One column leads: its index finds the rows in the reading order. Those of the others are hidden from the database,
 * which would else find by them and have to sort what it found.
 */
final class Search {
    private final EventQuery query;
    private final List<String> types;

    private Search(EventQuery query, List<String> types) {
        this.query = query;
        this.types = types;
    }

    /** @param session finds the types that a pattern stands for */
    static Search of(EventQuery query, Session session) {
        return new Search(query, query.types().isEmpty() ? List.of() : types(query, session));
    }

    private static List<String> types(EventQuery query, Session session) {
        if (query.types().stream().noneMatch(TypePattern::isOpen)) {
            return query.types().stream().map(TypePattern::text).distinct().toList();
        }
        return present(query.account(), session).stream()
                .filter(type -> query.types().stream().anyMatch(pattern -> pattern.matches(type)))
                .toList();
    }

    /** Each is a step in an index, so this does not read the log. */
    private static List<String> present(String account, Session session) {
        List<String> found = new ArrayList<>();
        String last = "";
        while (last != null) {
            last = session.first(
                            "select min(type) from event where account = ? and type > ?",
                            row -> String.valueOf(row.getString(1)),
                            account,
                            last)
                    .filter(type -> !type.equals("null"))
                    .orElse(null);
            if (last != null) {
                found.add(last);
            }
        }
        return found;
    }

    /** Whether no event can be meant. */
    boolean isEmpty() {
        return types.isEmpty() && !query.types().isEmpty();
    }

    /** Conditions, one of which a row must fulfil, each led by one column. */
    List<Clause> branches(Clause more) {
        if (query.lead().isPresent()) {
            return List.of(Clause.all(List.of(lead(), types(Search::hidden), entity(Search::hidden), rest(), more)));
        }
        if (query.entity().isPresent()) {
            return List.of(
                    Clause.all(List.of(account("account"), entity(c -> c), types(Search::hidden), rest(), more)));
        }
        if (types.isEmpty()) {
            return List.of(Clause.all(List.of(account(hidden("account")), rest(), more)));
        }
        return types.stream()
                .map(type -> Clause.all(List.of(account("account"), Clause.of("type = ?", type), rest(), more)))
                .toList();
    }

    private static String hidden(String column) {
        return column + " || ''";
    }

    private Clause account(String column) {
        return Clause.of(column + " = ?", query.account());
    }

    private Clause lead() {
        return account("account")
                .and(Clause.of("stream = ?", query.lead().orElseThrow().id()));
    }

    private Clause types(UnaryOperator<String> column) {
        return types.isEmpty() ? Clause.TRUE : in(column.apply("type"), types);
    }

    private Clause entity(UnaryOperator<String> column) {
        return query.entity()
                .map(id -> Clause.of(column.apply("entity") + " = ?", id))
                .orElse(Clause.TRUE);
    }

    private static Clause in(String column, List<String> texts) {
        String marks = "?" + ", ?".repeat(texts.size() - 1);
        return new Clause(column + " in (" + marks + ")", List.copyOf(texts));
    }

    private Clause rest() {
        List<Clause> rest = new ArrayList<>();
        query.flow().ifPresent(id -> rest.add(Clause.of("flow = ?", id)));
        query.source().ifPresent(id -> rest.add(Clause.of("source = ?", id)));
        query.step().ifPresent(id -> rest.add(Clause.of("step = ?", id)));
        query.start().ifPresent(first -> rest.add(Clause.of("at >= ?", first.toEpochMilli())));
        query.end().ifPresent(last -> rest.add(Clause.of("at <= ?", last.toEpochMilli())));
        query.reason().ifPresent(text -> rest.add(reason(text)));
        if (!query.outcomes().isEmpty()) {
            rest.add(in("outcome", query.outcomes().stream().map(Outcome::text).toList()));
        }
        return Clause.all(rest);
    }

    /** Letters beyond ASCII have no lower case in some databases; they are left to whoever decides at last. */
    private static Clause reason(String text) {
        if (text.chars().anyMatch(c -> c > 127)) {
            return Clause.of("reason is not null");
        }
        String escaped = text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        return Clause.of("lower(reason) like ? escape '!'", "%" + escaped + "%");
    }
}
