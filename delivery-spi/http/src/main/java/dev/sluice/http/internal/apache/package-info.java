/** The transport on Apache HttpClient. */
@NullMarked
package dev.sluice.http.internal.apache;

import org.jspecify.annotations.NullMarked;
