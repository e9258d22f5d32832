package dev.sluice.jdbc.internal.read;

import dev.sluice.event.Event;
import dev.sluice.jdbc.internal.sql.Clause;
import dev.sluice.jdbc.internal.sql.EventTable;
import dev.sluice.jdbc.internal.sql.Link;
import dev.sluice.store.Selection;
import dev.sluice.store.StoredEvent;
import dev.sluice.store.codec.EventCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Events with everything: all of each stream that has a selected one is read, for what was before makes its snapshot. */
final class WholeStreams extends SelectedEvents<StoredEvent> {
    private final EventCodec codec;
    private final Selection what;

    WholeStreams(Link reading, EventCodec codec, Selection what, Clause choice) {
        super(
                reading,
                Clause.joined(
                        List.of(Clause.of("select " + EventTable.ALL + " from event where"), some(what, choice)), " "),
                Pages.MANY);
        this.codec = codec;
        this.what = what;
    }

    private static Clause some(Selection what, Clause choice) {
        Clause account = Clause.of("account = ?", what.account());
        if (Choice.within(what).equals(Clause.TRUE)) {
            return account;
        }
        Clause streams = Clause.joined(
                List.of(Clause.of("stream in (select stream from event where "), choice, Clause.of(")")), "");
        return account.and(streams);
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
