/**
 * What every subcommand is made of: what it takes, how it reads and writes, how it fails. {@link dev.sluice.cli.frame.Command} is one.
 */
@NullMarked
package dev.sluice.cli.frame;

import org.jspecify.annotations.NullMarked;
