/**
 * Leads over HTTP. Open {@link dev.sluice.http.WebhookDelivery} first: the plugin that a host wires. It puts three parts
 * together that also stand alone: {@link dev.sluice.http.RequestBuilder} makes a {@link dev.sluice.http.Request} of
 * settings and fields, {@link dev.sluice.http.HttpTransport} exchanges it for a {@link dev.sluice.http.Response}, and
 * {@link dev.sluice.http.ResponseReader} says what that means. The first and the last touch no network.
 */
@NullMarked
package dev.sluice.http;

import org.jspecify.annotations.NullMarked;
