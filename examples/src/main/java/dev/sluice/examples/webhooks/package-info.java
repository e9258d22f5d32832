/** Leads sold to two buyers over HTTP, one of them flaky. */
@NullMarked
package dev.sluice.examples.webhooks;

import org.jspecify.annotations.NullMarked;
