package dev.sluice.jdbc.internal.sql;

import dev.sluice.store.StreamHead;
import dev.sluice.store.codec.Chain;

/** Where a stream ends. */
public record Tail(StreamHead head, byte[] hash) {
    public static final Tail NONE = new Tail(StreamHead.NONE, Chain.START);
}
