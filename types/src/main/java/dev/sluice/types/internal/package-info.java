/** The built-in field types, one file each, and what they share. Open {@link dev.sluice.types.FieldTypes} first; nothing here is API. */
@NullMarked
package dev.sluice.types.internal;

import org.jspecify.annotations.NullMarked;
