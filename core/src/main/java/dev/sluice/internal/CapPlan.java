package dev.sluice.internal;

import dev.sluice.flow.Cap;
import dev.sluice.internal.CapSet.Due;
import dev.sluice.rules.CompiledRules;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.types.At;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cap, compiled: when it concerns a lead, which counter it looks at, and what it says when it is full. */
final class CapPlan {
    private static final Shape VARIABLE = Shape.of("name", "count", "maximum", "expires_at");

    private final Cap cap;
    private final Place place;
    private final @Nullable CompiledRules when;
    private final @Nullable ReasonText reason;
    private final List<CapPlan> children;
    private final CapWindows windows;

    /**
     * Where a cap stands.
     *
     * @param key of its counters
     * @param isStep whether it is a recipient's, which gives its own standard reason
     */
    record Place(String account, String key, ZoneId zone, boolean isStep) {}

    CapPlan(Cap cap, Place place, @Nullable CompiledRules when, @Nullable ReasonText reason, List<CapPlan> children) {
        this.cap = cap;
        this.place = place;
        this.when = when;
        this.reason = reason;
        this.children = List.copyOf(children);
        this.windows = new CapWindows(cap.window(), cap.timeZone() == null ? place.zone() : cap.timeZone());
    }

    long maximum() {
        return cap.maximum();
    }

    /** Adds this cap and those below it, as far as they concern the lead. */
    void collect(Scope scope, At at, List<Due> due) {
        if (when != null && !when.decide(scope, at).passed()) {
            return;
        }
        CapWindows.Current window = windows.at(at.instant());
        due.add(new Due(this, new CounterKey(place.account(), place.key(), window.text()), window.end()));
        children.forEach(child -> child.collect(scope, at, due));
    }

    String reason(Due due, Counter count, Scope scope, At at) {
        if (reason != null) {
            return reason.render(withCap(due, count, scope), at);
        }
        return place.isStep()
                ? cap.period() + " cap reached (" + count.used() + "/" + cap.maximum() + ")"
                : "Cap reached";
    }

    private Scope withCap(Due due, Counter count, Scope scope) {
        Obj variable = Obj.of(
                VARIABLE,
                new Text(cap.label()),
                Num.of(count.used()),
                Num.of(cap.maximum()),
                Moment.of(due.resetsAt()));
        return scope.with(Section.VARS, scope.section(Section.VARS).with("cap", variable));
    }
}
