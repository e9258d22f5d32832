/**
 * The stored form of events, for those who write stores. Open {@link dev.sluice.store.codec.EventCodec} first, then
 * {@link dev.sluice.store.codec.Chain}.
 */
@NullMarked
package dev.sluice.store.codec;

import org.jspecify.annotations.NullMarked;
