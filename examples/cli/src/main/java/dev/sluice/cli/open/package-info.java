/** What subcommands open by the names that they were given: stores, keys, flows, formats, ways for files. */
@NullMarked
package dev.sluice.cli.open;

import org.jspecify.annotations.NullMarked;
