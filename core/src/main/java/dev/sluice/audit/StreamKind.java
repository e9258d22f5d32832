package dev.sluice.audit;

import dev.sluice.store.StreamId;
import java.util.Arrays;

/** What a stream of the log tells of. */
public enum StreamKind {
    /** What was asked before a lead came. */
    PING("ping_"),
    /** A batch and its files. */
    BATCH("batch_"),
    /** A connection of two accounts, which is what its events say. */
    CONNECTION("conn_"),
    /** An account's own doings: exports, purges, erasures, looks at personal values. */
    ACCOUNT(AccountStream.PREFIX),
    /** A lead. */
    LEAD("");

    private final String prefix;

    StreamKind(String prefix) {
        this.prefix = prefix;
    }

    /** The kind of a stream, by the beginning of its id. */
    public static StreamKind of(StreamId stream) {
        return Arrays.stream(values())
                .filter(kind -> stream.id().startsWith(kind.prefix))
                .findFirst()
                .orElse(LEAD);
    }
}
