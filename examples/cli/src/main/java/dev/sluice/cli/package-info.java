/**
 * The {@code sluice} command. {@link dev.sluice.cli.Main} starts it, {@link dev.sluice.cli.Commands} lists what it can do;
 * each subcommand is a class in a package below.
 */
@NullMarked
package dev.sluice.cli;

import org.jspecify.annotations.NullMarked;
