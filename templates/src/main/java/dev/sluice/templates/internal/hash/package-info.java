/** Digests. Open {@link dev.sluice.templates.internal.hash.Algorithm} first. */
@NullMarked
package dev.sluice.templates.internal.hash;

import org.jspecify.annotations.NullMarked;
