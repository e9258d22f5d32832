/**
 * What the outside world of a flow is written against. Open {@link dev.sluice.delivery.DeliveryPlugin} to write a
 * delivery, {@link dev.sluice.delivery.Enricher} to write a look-up. Nothing here knows of flows, events or storage.
 */
@NullMarked
package dev.sluice.delivery;

import org.jspecify.annotations.NullMarked;
