/**
 * What can be said about a definition before a lead comes, without the host's plugins. Open
 * {@link dev.sluice.flow.check.FlowChecks} first; each {@link dev.sluice.flow.check.Check} looks for one kind of fault.
 */
@NullMarked
package dev.sluice.flow.check;

import org.jspecify.annotations.NullMarked;
