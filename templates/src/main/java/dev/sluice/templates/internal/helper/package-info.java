/**
 * The built-in helpers. Open {@link dev.sluice.templates.internal.helper.Builtins} first: the table of all of them.
 */
@NullMarked
package dev.sluice.templates.internal.helper;

import org.jspecify.annotations.NullMarked;
