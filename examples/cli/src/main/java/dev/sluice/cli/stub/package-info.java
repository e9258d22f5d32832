/**
 * Stand-ins for buyers and look-ups, so that a flow can be tried without anybody at the other end. They touch nothing
 * outside the process and give the same answer for the same lead. {@link dev.sluice.cli.stub.Stubs} names them.
 */
@NullMarked
package dev.sluice.cli.stub;

import org.jspecify.annotations.NullMarked;
