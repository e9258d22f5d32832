/** Addresses that may be spoken to, and sockets that end in time. */
@NullMarked
package dev.sluice.http.internal.net;

import org.jspecify.annotations.NullMarked;
