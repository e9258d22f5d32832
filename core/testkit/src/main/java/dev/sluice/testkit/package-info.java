/**
 * What tests around Sluice need: contracts that every store must pass (open
 * {@link dev.sluice.testkit.StoreContract} first), a clock that only moves when told, races without sleeps.
 */
@NullMarked
package dev.sluice.testkit;

import org.jspecify.annotations.NullMarked;
