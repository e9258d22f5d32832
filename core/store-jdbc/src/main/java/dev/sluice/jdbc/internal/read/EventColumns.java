package dev.sluice.jdbc.internal.read;

import dev.sluice.event.Event;
import dev.sluice.jdbc.internal.sql.Clause;
import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.store.Selection;
import dev.sluice.store.codec.EventCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What is searched of events. */
final class EventColumns extends SelectedEvents<Event> {
    private final ColumnReader reader;

    EventColumns(Link reading, EventCodec codec, Selection what, Clause choice, Pages pages) {
        super(reading, select(what, choice), pages);
        this.reader = new ColumnReader(codec, what.account(), what.factsOf());
    }

    private static Clause select(Selection what, Clause choice) {
        Clause columns =
                new Clause("select " + ColumnReader.columns(what.factsOf()), List.copyOf(texts(what.factsOf())));
        return Clause.joined(List.of(columns, Clause.of("from event where"), choice), " ");
    }

    @Override
    Event read(ResultSet row) throws SQLException {
        return reader.read(row);
    }

    @Override
    String streamOf(Event row) {
        return row.stream().id();
    }

    @Override
    long seqOf(Event row) {
        return row.seq();
    }

    @Override
    List<Event> events(List<Event> rows) {
        return rows;
    }
}
