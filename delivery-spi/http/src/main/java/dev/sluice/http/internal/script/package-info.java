/** The few forms in which people write down what an answer means: assignments and conditions. */
@NullMarked
package dev.sluice.http.internal.script;

import org.jspecify.annotations.NullMarked;
