/**
 * Definitions, values and events as JSON text. Open {@link dev.sluice.json.FlowJson} first (definitions), then
 * {@link dev.sluice.json.EventJson} and {@link dev.sluice.json.ValueJson}. The JSON library behind it appears in no
 * signature; {@link dev.sluice.json.ValueParser} is the only class that knows it.
 */
@NullMarked
package dev.sluice.json;

import org.jspecify.annotations.NullMarked;
