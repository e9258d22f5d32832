/** What transports of this module need alone. */
@NullMarked
package dev.sluice.batch.internal;

import org.jspecify.annotations.NullMarked;
