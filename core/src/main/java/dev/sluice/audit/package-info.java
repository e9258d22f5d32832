/** Proof and privacy of the log: seals, verification, retention, erasure. Open {@link dev.sluice.audit.Seals} first. */
@NullMarked
package dev.sluice.audit;

import org.jspecify.annotations.NullMarked;
