package dev.sluice.jdbc.internal.write;

import dev.sluice.jdbc.internal.sql.Tail;
import dev.sluice.jdbc.internal.table.Tenure;
import dev.sluice.store.StreamId;
import java.util.Set;

/** Where the streams end and who has the leads that were written last. */
record Recents(Recent<Tail> tails, Recent<Tenure> tenures) {

    static Recents none() {
        return new Recents(new Recent<>(), new Recent<>());
    }

    void forget(Set<StreamId> streams) {
        tails.forget(streams);
        tenures.forget(streams);
    }
}
