/** Watches events and tells when something is wrong. Open {@link dev.sluice.alert.Alerts} first. */
@NullMarked
package dev.sluice.alert;

import org.jspecify.annotations.NullMarked;
