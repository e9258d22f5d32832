/**
 * Forms of a flow and of what it has but once: sources, fields, gates, answers, batches.
 * Open {@link dev.sluice.json.internal.flow.FlowForm} first.
 */
@NullMarked
package dev.sluice.json.internal.flow;

import org.jspecify.annotations.NullMarked;
