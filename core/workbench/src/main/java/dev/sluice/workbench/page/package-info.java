/**
 * Pictures for people: {@link dev.sluice.workbench.page.Diagram} draws a flow, {@link dev.sluice.workbench.page.Page} writes what became of leads
 * as one HTML file that needs nothing else. Reads definitions and events only.
 */
@NullMarked
package dev.sluice.workbench.page;

import org.jspecify.annotations.NullMarked;
