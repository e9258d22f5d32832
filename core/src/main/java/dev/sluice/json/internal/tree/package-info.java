/**
 * How a form reads and writes one object: its keys, their words, what is wrong and where.
 * Open {@link dev.sluice.json.internal.tree.Node} first.
 */
@NullMarked
package dev.sluice.json.internal.tree;

import org.jspecify.annotations.NullMarked;
