/** A file of leads sent through a flow: what is counted on the way, and how it is shown. {@link dev.sluice.cli.run.Tally} counts. */
@NullMarked
package dev.sluice.cli.run;

import org.jspecify.annotations.NullMarked;
