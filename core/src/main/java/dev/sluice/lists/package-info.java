/** Lists of values: whom not to call, who is a customer, what came before. Open {@link dev.sluice.lists.Lists} first. */
@NullMarked
package dev.sluice.lists;

import org.jspecify.annotations.NullMarked;
