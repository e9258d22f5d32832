/** Fields as the bodies and queries of requests. */
@NullMarked
package dev.sluice.http.internal.body;

import org.jspecify.annotations.NullMarked;
