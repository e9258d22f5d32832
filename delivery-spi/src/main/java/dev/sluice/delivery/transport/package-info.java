/** Parts for those who write transports: settings and what is wrong with them, folders with tokens, whole files. */
@NullMarked
package dev.sluice.delivery.transport;

import org.jspecify.annotations.NullMarked;
