/** What comes back from buyers: conversions, returns and a host's own types. Open {@link dev.sluice.feedback.Feedback} first. */
@NullMarked
package dev.sluice.feedback;

import org.jspecify.annotations.NullMarked;
