/**
 * Leads and pings over HTTP, without a server: {@link dev.sluice.inbound.InboundCodec} turns method, headers, query and
 * body into a lead or a ping, and an answer into status, headers and body. Whoever runs a server hands over what it got.
 */
@NullMarked
package dev.sluice.inbound;

import org.jspecify.annotations.NullMarked;
