/** Opening flows, and going on with what was left unfinished. */
@NullMarked
package dev.sluice.internal.open;

import org.jspecify.annotations.NullMarked;
