package dev.sluice.jdbc;

import dev.sluice.event.Event;
import dev.sluice.store.Selection;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.codec.EventCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Events with everything: all of each stream that has a selected one is read, for what was before makes its snapshot. */
final class WholeStreams extends SelectedEvents<StoredEvent> {
    private final EventCodec codec;
    private final Selection what;

    WholeStreams(Link reading, EventCodec codec, Selection what) {
        super(reading, what, "select " + EventTable.ALL + " from event where account = ?" + some(what));
        this.codec = codec;
        this.what = what;
    }

    private static String some(Selection what) {
        String filter = filter(what);
        return filter.isEmpty() ? "" : " and stream in (select stream from event where account = ?" + filter + ")";
    }

    @Override
    List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(what.account()));
        if (!filter(what).isEmpty()) {
            values.add(what.account());
            values.addAll(filterValues());
        }
        return values;
    }

    @Override
    StoredEvent read(ResultSet row) throws SQLException {
        return EventTable.read(row);
    }

    @Override
    String streamOf(StoredEvent row) {
        return row.stream().id();
    }

    @Override
    long seqOf(StoredEvent row) {
        return row.seq();
    }

    @Override
    List<Event> events(List<StoredEvent> rows) {
        return codec.decode(rows).stream().filter(what::has).toList();
    }
}
