/** What is written of a lead and read again: events and their facts, the clock of a stage, ownership, the vault. */
@NullMarked
package dev.sluice.internal.record;

import org.jspecify.annotations.NullMarked;
