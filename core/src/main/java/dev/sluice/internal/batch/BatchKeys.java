package dev.sluice.internal.batch;

import dev.sluice.store.CounterKey;
import dev.sluice.store.DocKey;
import dev.sluice.store.StreamId;
import dev.sluice.store.WorkId;
import dev.sluice.store.WorkItem;
import java.time.Instant;

/** Where what belongs to a batch is kept. */
record BatchKeys(String account, String batch) {

    /** How many rows ever came; the last one's number. */
    CounterKey rows() {
        return new CounterKey(account, "batch/" + batch, "");
    }

    /** Of how many bytes the rows are that ever came, while their schedule asked for it. */
    CounterKey bytes() {
        return new CounterKey(account, "batch/" + batch + "/bytes", "");
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

    /** How far leads were told that their file has arrived. */
    DocKey told() {
        return new DocKey(account, "batch_told", batch);
    }

    /** The stream of the lead of {@code row}. */
    StreamId lead(Row row) {
        return new StreamId(account, row.lead());
    }

    /** To tell the leads of files that were sent. */
    WorkItem arrivals(Instant due) {
        return new WorkItem(new WorkId(account, "batch_arrivals/" + batch), Arrivals.KIND, due, 0, batch);
    }

    /** To tell the lead of one row. */
    WorkItem arrival(long row, Instant due) {
        String ref = batch + "/" + row;
        return new WorkItem(new WorkId(account, "batch_arrival/" + ref), Arrivals.KIND, due, 0, ref);
    }
}
