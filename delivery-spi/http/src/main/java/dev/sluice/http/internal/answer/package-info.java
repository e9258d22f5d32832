/** What recipients answer, parsed and searched. */
@NullMarked
package dev.sluice.http.internal.answer;

import org.jspecify.annotations.NullMarked;
