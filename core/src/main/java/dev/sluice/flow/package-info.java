/**
 * The definition of a flow: what a host writes in JSON or builds in code. Open
 * {@link dev.sluice.flow.FlowDefinition} first. Everything here is an immutable record; nothing runs.
 */
@NullMarked
package dev.sluice.flow;

import org.jspecify.annotations.NullMarked;
