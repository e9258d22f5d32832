/** What plugins that speak to other machines have in common: sockets that end with their exchange. */
@NullMarked
package dev.sluice.delivery.net;

import org.jspecify.annotations.NullMarked;
