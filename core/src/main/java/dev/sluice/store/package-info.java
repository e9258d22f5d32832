/**
 * What a flow keeps: events, counters, entries of lists, documents, due work. Open {@link dev.sluice.store.Store} first;
 * {@link dev.sluice.store.MemoryStore} is the default, a host brings others. Whoever implements one extends the contract
 * of the test kit.
 */
@NullMarked
package dev.sluice.store;

import org.jspecify.annotations.NullMarked;
