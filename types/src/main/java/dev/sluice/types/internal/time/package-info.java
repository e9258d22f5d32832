/** Dates, dates of birth and times, and the readers behind them. Nothing here is API. */
@NullMarked
package dev.sluice.types.internal.time;

import org.jspecify.annotations.NullMarked;
