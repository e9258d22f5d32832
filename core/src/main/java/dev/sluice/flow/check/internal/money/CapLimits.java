package dev.sluice.flow.check.internal.money;

import dev.sluice.flow.Cap;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.FlowVisitor;
import dev.sluice.flow.check.FlowWalk;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Place;
import dev.sluice.flow.check.Subject;
import java.math.BigDecimal;

/** Caps below nothing or beyond counting, and windows of no length. */
final class CapLimits implements Check {
    private static final int MONEY_SCALE = 6;
    private static final BigDecimal MOST_MONEY = new BigDecimal("1000000000000");
    private static final BigDecimal MOST_LEADS = BigDecimal.valueOf(Long.MAX_VALUE);

    @Override
    public void check(Subject subject, Found found) {
        FlowWalk.through(subject.flow(), new FlowVisitor() {
            @Override
            public void cap(Place place, Cap cap) {
                maximum(cap, place.pointer() + "/maximum", found);
                window(cap.window(), place.pointer(), found);
            }
        });
    }

    private static void maximum(Cap cap, String pointer, Found found) {
        boolean volume = cap.type() == Cap.Type.VOLUME;
        BigDecimal maximum = cap.maximum();
        BigDecimal most = volume ? MOST_LEADS : MOST_MONEY;
        if (maximum.signum() < 0) {
            found.error("negative_maximum", pointer, "a cap's maximum is 0 or more, not " + maximum);
        } else if (maximum.compareTo(most) > 0) {
            found.error("maximum_too_high", pointer, "a cap's maximum is at most " + most.toPlainString());
        } else if (maximum.scale() > (volume ? 0 : MONEY_SCALE)) {
            found.error(
                    "maximum_too_fine",
                    pointer,
                    "leads are counted whole and money in millionths; round the maximum " + maximum);
        }
    }

    private static void window(CapWindow window, String pointer, Found found) {
        if (window instanceof CapWindow.Calendar calendar) {
            length(calendar.length(), pointer, found);
        } else if (window instanceof CapWindow.Rolling rolling) {
            length(rolling.length(), pointer, found);
            TimeUnit unit = rolling.length().interval();
            if (unit == TimeUnit.MONTH || unit == TimeUnit.YEAR) {
                found.error(
                        "rolling_calendar_unit",
                        pointer + "/durationUnits",
                        "a rolling window has a fixed length, which a " + unit.text() + " has not; say it in days");
            }
        }
    }

    private static void length(Window length, String pointer, Found found) {
        if (length.value() < 1) {
            found.error("window_too_short", pointer + "/duration", "a cap's window lasts at least 1 unit");
        }
    }
}
