/** Telephone numbers: the type, its fast path for common US forms with the table behind it, and the way through libphonenumber. Nothing here is API. */
@NullMarked
package dev.sluice.types.internal.phone;

import org.jspecify.annotations.NullMarked;
