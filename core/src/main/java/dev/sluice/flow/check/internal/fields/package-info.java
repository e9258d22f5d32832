/** What is wrong or doubtful with names, fields and sources: a kind of fault a file, all of them in {@link dev.sluice.flow.check.internal.fields.FieldChecks}. */
@NullMarked
package dev.sluice.flow.check.internal.fields;

import org.jspecify.annotations.NullMarked;
