package dev.sluice.internal.batch;

import dev.sluice.store.CounterKey;
import dev.sluice.store.DocKey;
import dev.sluice.store.StreamId;
import dev.sluice.store.WorkId;

/** Where what belongs to a batch is kept. */
record BatchKeys(String account, String batch) {

    /** How many rows ever came; the last one's number. */
    CounterKey rows() {
        return new CounterKey(account, "batch/" + batch, "");
    }

    /** A row, by its number from 1. */
    DocKey row(long number) {
        return new DocKey(account, "batch_row", batch + "/" + number);
    }

    DocKey state() {
        return new DocKey(account, "batch_state", batch);
    }

    DocKey definition() {
        return new DocKey(account, "batch", batch);
    }

    /** A file that was sent, by its number from 1. */
    DocKey file(long number) {
        return new DocKey(account, "batch_file", batch + "/" + number);
    }

    StreamId stream() {
        return new StreamId(account, "batch_" + batch);
    }

    WorkId work() {
        return new WorkId(account, "batch/" + batch);
    }
}
