/** How the document for those who send leads is written: as a page, as Markdown, with examples. Not for hosts. */
@NullMarked
package dev.sluice.partner.internal;

import org.jspecify.annotations.NullMarked;
