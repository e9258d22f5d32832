package dev.sluice.export.internal;

import dev.sluice.types.Value;

/** Where the values of one column come from. For one thread. */
interface Column<T> {

    /** The row's value; missing when it has none. */
    Value of(T row);
}
