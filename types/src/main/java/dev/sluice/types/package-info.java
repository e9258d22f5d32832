/**
 * Typed values and what holds them. Open {@link dev.sluice.types.Value} first (the closed family of values), then
 * {@link dev.sluice.types.FieldType} (how text becomes a typed value) and {@link dev.sluice.types.Scope} (all data of a
 * lead at one moment).
 */
@NullMarked
package dev.sluice.types;

import org.jspecify.annotations.NullMarked;
