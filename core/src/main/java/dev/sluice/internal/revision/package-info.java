/** The definitions that a flow has had, and what an edit means for what was counted before it. */
@NullMarked
package dev.sluice.internal.revision;

import org.jspecify.annotations.NullMarked;
