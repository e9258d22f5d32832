/** What becomes of the values of a lead on their way in and out: fields, sources of values, transforms, places. */
@NullMarked
package dev.sluice.internal.mapping;

import org.jspecify.annotations.NullMarked;
