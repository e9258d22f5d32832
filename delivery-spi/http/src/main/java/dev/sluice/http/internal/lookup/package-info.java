/** How look-ups over HTTP are made: providers in their order, what they may cost in a day, and answers that are kept. */
@NullMarked
package dev.sluice.http.internal.lookup;

import org.jspecify.annotations.NullMarked;
