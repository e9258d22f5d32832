/**
 * The {@code sluice} command. {@link dev.sluice.cli.Main} starts it, {@link dev.sluice.cli.Commands} lists what it can do,
 * one class for each subcommand.
 */
@NullMarked
package dev.sluice.cli;

import org.jspecify.annotations.NullMarked;
