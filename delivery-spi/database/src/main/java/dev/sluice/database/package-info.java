/** Leads as rows of a table of the host. {@link dev.sluice.database.DatabaseDelivery} is the plugin. */
@NullMarked
package dev.sluice.database;

import org.jspecify.annotations.NullMarked;
