/** Leads read from files. {@link dev.sluice.cli.leads.LeadFile} opens one. */
@NullMarked
package dev.sluice.cli.leads;

import org.jspecify.annotations.NullMarked;
