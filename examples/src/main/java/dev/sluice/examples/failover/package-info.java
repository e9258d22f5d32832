/** The three stages of failover: a CRM, then email, then a database. */
@NullMarked
package dev.sluice.examples.failover;

import org.jspecify.annotations.NullMarked;
