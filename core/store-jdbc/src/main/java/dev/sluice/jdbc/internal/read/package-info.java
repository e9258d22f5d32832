/** What reads the log and changes nothing: pages of a query, selections for reports, events that are alike. */
@NullMarked
package dev.sluice.jdbc.internal.read;

import org.jspecify.annotations.NullMarked;
