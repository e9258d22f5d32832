package dev.sluice.flow.check;

import dev.sluice.flow.Cap;

/** Caps below nothing, and windows of no length. */
final class CapLimits implements Check {
    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void cap(Place place, Cap cap) {
                if (cap.maximum() < 0) {
                    found.error(
                            "negative_maximum",
                            place.pointer() + "/maximum",
                            "a cap's maximum is 0 or more, not " + cap.maximum());
                }
                if (cap.window().value() < 1) {
                    found.error(
                            "window_too_short", place.pointer() + "/duration", "a cap's window lasts at least 1 unit");
                }
            }
        });
    }
}
