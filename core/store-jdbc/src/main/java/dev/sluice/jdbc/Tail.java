package dev.sluice.jdbc;

import dev.sluice.store.StreamHead;
import dev.sluice.store.codec.Chain;

/** Where a stream ends. */
record Tail(StreamHead head, byte[] hash) {
    static final Tail NONE = new Tail(StreamHead.NONE, Chain.START);
}
