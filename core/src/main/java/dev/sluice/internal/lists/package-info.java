/** Lists of values, and what is found in them. */
@NullMarked
package dev.sluice.internal.lists;

import org.jspecify.annotations.NullMarked;
