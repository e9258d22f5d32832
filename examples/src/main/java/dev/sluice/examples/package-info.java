/** Programs to start from. */
@NullMarked
package dev.sluice.examples;

import org.jspecify.annotations.NullMarked;
