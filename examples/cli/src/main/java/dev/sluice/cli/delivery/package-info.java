/** Whether the recipients of a flow can be delivered to: eight points, answered with a test delivery. */
@NullMarked
package dev.sluice.cli.delivery;

import org.jspecify.annotations.NullMarked;
