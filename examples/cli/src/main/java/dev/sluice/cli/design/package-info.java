/** Subcommands for who writes a flow: what is wrong with it, what it does to leads, what another one would do. */
@NullMarked
package dev.sluice.cli.design;

import org.jspecify.annotations.NullMarked;
