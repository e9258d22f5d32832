package dev.sluice.flow.check.internal.money;

import dev.sluice.flow.Cap;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.Window;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import java.time.Duration;

/** Caps inside another that can never be reached, because the other is reached first. */
final class NestedCaps implements Check {
    /** Longer than any window that is named in units. */
    private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void cap(Place place, Cap cap) {
                for (int i = 0; i < cap.caps().size(); i++) {
                    inside(cap, cap.caps().get(i), place.below("caps", i).pointer(), found);
                }
            }
        });
    }

    private static void inside(Cap outer, Cap inner, String pointer, Found found) {
        boolean shorter = length(inner.window()).compareTo(length(outer.window())) <= 0;
        boolean alike = inner.type() == outer.type() && inner.counts() == outer.counts();
        if (alike && shorter && inner.maximum().compareTo(outer.maximum()) > 0) {
            found.warning(
                    "nested_cap_above_parent",
                    pointer + "/maximum",
                    "the cap allows " + inner.maximum() + ", but the one around it only " + outer.maximum()
                            + " in as long a time; lower the inner one");
        }
    }

    private static Duration length(CapWindow window) {
        if (window instanceof CapWindow.Calendar calendar) {
            return length(calendar.length());
        }
        return window instanceof CapWindow.Rolling rolling ? length(rolling.length()) : FOR_EVER;
    }

    private static Duration length(Window window) {
        return window.interval().unit().getDuration().multipliedBy(Math.max(0, window.value()));
    }
}
