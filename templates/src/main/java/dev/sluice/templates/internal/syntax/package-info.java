/**
 * From the text of a template to statements. Open {@link dev.sluice.templates.internal.syntax.Parser} first: it reads
 * {@link dev.sluice.templates.internal.syntax.Token}s, whose lines have been trimmed, into
 * {@link dev.sluice.templates.internal.syntax.Statement}s.
 */
@NullMarked
package dev.sluice.templates.internal.syntax;

import org.jspecify.annotations.NullMarked;
