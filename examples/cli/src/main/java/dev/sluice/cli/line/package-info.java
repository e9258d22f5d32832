/** Subcommands that answer each JSON line with a line: the parts of a flow tried out one by one. */
@NullMarked
package dev.sluice.cli.line;

import org.jspecify.annotations.NullMarked;
