/** JMH benchmarks; each compares Sluice with what a user would write or pick instead, in one run. */
@NullMarked
package dev.sluice.benchmarks;

import org.jspecify.annotations.NullMarked;
