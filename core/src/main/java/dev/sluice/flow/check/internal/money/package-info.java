/** What is wrong or doubtful with prices and caps: a kind of fault a file, all of them in {@link dev.sluice.flow.check.internal.money.MoneyChecks}. */
@NullMarked
package dev.sluice.flow.check.internal.money;

import org.jspecify.annotations.NullMarked;
