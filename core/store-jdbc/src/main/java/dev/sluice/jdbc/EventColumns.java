package dev.sluice.jdbc;

import dev.sluice.event.Event;
import dev.sluice.store.Selection;
import dev.sluice.store.codec.EventCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is searched of events. */
final class EventColumns extends SelectedEvents<Event> {
    private final Selection what;
    private final ColumnReader reader;

    EventColumns(Link reading, EventCodec codec, Selection what) {
        super(
                reading,
                what,
                "select " + ColumnReader.columns(what.factsOf()) + " from event where account = ?" + filter(what));
        this.what = what;
        this.reader = new ColumnReader(codec, what.account(), what.factsOf());
    }

    @Override
    List<Object> values() {
        List<Object> values = new ArrayList<>(texts(what.factsOf()));
        values.add(what.account());
        values.addAll(filterValues());
        return values;
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
