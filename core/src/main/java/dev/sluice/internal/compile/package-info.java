/** A definition becomes what runs. Nothing here is needed again once a flow is open. */
@NullMarked
package dev.sluice.internal.compile;

import org.jspecify.annotations.NullMarked;
