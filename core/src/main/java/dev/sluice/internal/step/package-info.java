/** The kinds of steps, one file each; selling to one of several buyers is {@code distribute}. */
@NullMarked
package dev.sluice.internal.step;

import org.jspecify.annotations.NullMarked;
