/**
 * When files go: pure functions over moments in a zone, right over clock changes. Open
 * {@link dev.sluice.schedule.FileSchedule} first; batches and exports follow the same ones.
 */
@NullMarked
package dev.sluice.schedule;

import org.jspecify.annotations.NullMarked;
