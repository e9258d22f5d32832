/**
 * Tests for deliveries and look-ups: the contracts that each must pass (open
 * {@link dev.sluice.delivery.testkit.DeliveryPluginContract} first), and scripted ones that stand in for partners.
 */
@NullMarked
package dev.sluice.delivery.testkit;

import org.jspecify.annotations.NullMarked;
