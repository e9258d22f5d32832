package dev.sluice.jdbc.internal.read;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.jdbc.internal.sql.Clause;
import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.jdbc.internal.sql.Session;
import dev.sluice.store.Alike;
import dev.sluice.store.Likeness;
import dev.sluice.store.Selection;
import dev.sluice.store.StreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Selected events counted by the database in groups of alike ones, part by part of the log, so that no part is held for long. */
final class AlikeEvents {
    /** With more groups than this, reading the events one by one is no dearer. */
    static final int MOST = 200_000;

    /** Behind type, outcome, test and number. */
    private static final int FIRST = 5;

    /** Days before any event, in milliseconds: division of what is below zero rounds up. */
    private static final long BEGIN = 10_000_000L * Likeness.DAY.millis();

    private final Selection what;
    private final List<Likeness> by;
    private final Clause select;
    private final StreamId nobody;

    AlikeEvents(Selection what, Set<Likeness> by) {
        this.what = what;
        this.nobody = new StreamId(what.account(), "");
        this.by = List.of(Likeness.values()).stream().filter(by::contains).toList();
        this.select = Clause.of("select type, outcome, test, count(*)" + columns() + " from event where ");
    }

    private String columns() {
        StringBuilder columns = new StringBuilder();
        by.forEach(each -> columns.append(", ").append(column(each)));
        return columns.toString();
    }

    private static String column(Likeness each) {
        return switch (each) {
            case FLOW, SOURCE, STEP, ENTITY, REASON -> each.name().toLowerCase(Locale.ROOT);
            case DURATION -> "duration_ms";
            case DAY, HOUR, QUARTER, MINUTE -> "(at + " + BEGIN + ") / " + each.millis();
        };
    }

    /** The groups; empty when there are too many. */
    Optional<List<Alike>> in(Link reading) {
        List<Alike> all = new ArrayList<>();
        List<Clause> parts = reading.ask(session -> session.dialect().order().parts(session, what));
        for (int i = 0; i < parts.size(); i++) {
            Clause part = parts.get(i);
            all.addAll(reading.ask(session -> part(session, part)));
            if ((long) all.size() * parts.size() > (long) MOST * (i + 1)) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    /** Types lead to all events of a time, and to few of a short one. */
    private Clause chosen(Clause part) {
        boolean ever = what.from().equals(Instant.MIN) && what.to().equals(Instant.MAX);
        return ever ? Choice.of(what).and(part) : Choice.among(part, what);
    }

    private List<Alike> part(Session session, Clause part) {
        Clause all = Clause.joined(
                List.of(
                        select,
                        chosen(part),
                        Clause.of(" group by type, outcome, test" + columns() + " limit ?", MOST + 1)),
                "");
        return session.list(all.sql(), this::read, all.values().toArray());
    }

    private Alike read(ResultSet row) throws SQLException {
        Event.Builder any = Event.of(nobody, 0, EventType.named(row.getString(1)), begin(row))
                .context(
                        new Event.Context(text(row, Likeness.FLOW), 0, "", text(row, Likeness.SOURCE), isTest(row), ""))
                .outcome(Outcome.named(orEmpty(row.getString(2))).orElse(null));
        if (by.contains(Likeness.STEP)) {
            any.step(row.getString(place(Likeness.STEP)));
        }
        if (by.contains(Likeness.ENTITY)) {
            any.entity(row.getString(place(Likeness.ENTITY)));
        }
        if (by.contains(Likeness.REASON)) {
            any.reason(row.getString(place(Likeness.REASON)));
        }
        if (by.contains(Likeness.DURATION)) {
            any.durationMs(row.getLong(place(Likeness.DURATION)));
        }
        return new Alike(any.build(), row.getLong(4));
    }

    private int place(Likeness one) {
        return by.indexOf(one) + FIRST;
    }

    private static boolean isTest(ResultSet row) throws SQLException {
        return row.getLong(3) != 0;
    }

    private Instant begin(ResultSet row) throws SQLException {
        for (Likeness each : by) {
            if (each.millis() > 0) {
                return Instant.ofEpochMilli(row.getLong(place(each)) * each.millis() - BEGIN);
            }
        }
        return Instant.EPOCH;
    }

    private String text(ResultSet row, Likeness column) throws SQLException {
        return by.contains(column) ? orEmpty(row.getString(place(column))) : "";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
