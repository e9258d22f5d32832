/**
 * Tests of flows: offline, with a clock that moves when told and buyers that answer as told. Open
 * {@link dev.sluice.testkit.flow.FlowTest} first.
 */
@NullMarked
package dev.sluice.testkit.flow;

import org.jspecify.annotations.NullMarked;
