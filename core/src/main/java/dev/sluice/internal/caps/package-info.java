/** Limits: windows of time, the counters of each cap, what is due under several of them, and how far they are. */
@NullMarked
package dev.sluice.internal.caps;

import org.jspecify.annotations.NullMarked;
