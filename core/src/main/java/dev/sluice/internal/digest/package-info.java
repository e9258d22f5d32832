/** Keyed and plain hashes that stand in for values. */
@NullMarked
package dev.sluice.internal.digest;

import org.jspecify.annotations.NullMarked;
