/** What a write sees while it is decided: the database through caches that hold what is known, and what it changes itself. */
@NullMarked
package dev.sluice.jdbc.internal.state;

import org.jspecify.annotations.NullMarked;
