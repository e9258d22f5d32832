/** How webhooks work inside. Nothing here is for hosts. */
@NullMarked
package dev.sluice.http.internal;

import org.jspecify.annotations.NullMarked;
