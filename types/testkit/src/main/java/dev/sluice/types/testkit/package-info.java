/**
 * Tests for field types: open {@link dev.sluice.types.testkit.FieldTypeContract} first, the contract that each must pass.
 */
@NullMarked
package dev.sluice.types.testkit;

import org.jspecify.annotations.NullMarked;
