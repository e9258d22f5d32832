/** What is wrong or doubtful with mappings, rules, templates and answers: a kind of fault a file, all of them in {@link dev.sluice.flow.check.internal.texts.TextChecks}. */
@NullMarked
package dev.sluice.flow.check.internal.texts;

import org.jspecify.annotations.NullMarked;
