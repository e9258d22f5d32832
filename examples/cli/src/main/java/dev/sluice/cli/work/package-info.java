/** Subcommands that go on with what a store holds: files that are due, deliveries, feedback, alerts, partners. */
@NullMarked
package dev.sluice.cli.work;

import org.jspecify.annotations.NullMarked;
