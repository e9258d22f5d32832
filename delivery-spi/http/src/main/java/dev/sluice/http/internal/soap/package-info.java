/** Calls of SOAP services, as their descriptions say. */
@NullMarked
package dev.sluice.http.internal.soap;

import org.jspecify.annotations.NullMarked;
