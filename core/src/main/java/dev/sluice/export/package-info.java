/** What leaves the log. Open {@link dev.sluice.export.Exports} first. */
@NullMarked
package dev.sluice.export;

import org.jspecify.annotations.NullMarked;
