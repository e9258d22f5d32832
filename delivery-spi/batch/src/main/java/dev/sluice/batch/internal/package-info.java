/** What transports have in common. */
@NullMarked
package dev.sluice.batch.internal;

import org.jspecify.annotations.NullMarked;
