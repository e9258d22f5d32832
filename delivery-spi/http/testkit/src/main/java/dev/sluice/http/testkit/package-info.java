/**
 * Contracts of what a host gives to deliveries over HTTP. Open {@link dev.sluice.http.testkit.TokenStoreContract} first:
 * every contract is extended in the same way.
 */
@NullMarked
package dev.sluice.http.testkit;

import org.jspecify.annotations.NullMarked;
