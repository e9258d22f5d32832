/**
 * Pictures for people: {@link dev.sluice.page.Diagram} draws a flow, {@link dev.sluice.page.Page} writes what became of leads
 * as one HTML file that needs nothing else. Reads definitions and events only.
 */
@NullMarked
package dev.sluice.page;

import org.jspecify.annotations.NullMarked;
