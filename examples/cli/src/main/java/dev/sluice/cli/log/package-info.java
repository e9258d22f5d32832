/** Subcommands that read what a store holds of leads, prove it, and let it go. */
@NullMarked
package dev.sluice.cli.log;

import org.jspecify.annotations.NullMarked;
