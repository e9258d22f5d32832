/** Forms of what flows, sources and steps have in common: conditions, mappings, caps, prices, hours. */
@NullMarked
package dev.sluice.json.internal.part;

import org.jspecify.annotations.NullMarked;
