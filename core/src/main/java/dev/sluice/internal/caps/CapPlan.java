package dev.sluice.internal.caps;

import dev.sluice.flow.Cap;
import dev.sluice.internal.mapping.ReasonText;
import dev.sluice.rules.CompiledRules;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.View;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cap, compiled: when it concerns a lead, which counters it looks at, and what it says when it is full. */
public final class CapPlan {
    private static final Shape VARIABLE = Shape.of("name", "count", "maximum", "expires_at");

    private final Cap cap;
    private final Place place;
    private final @Nullable CompiledRules when;
    private final @Nullable ReasonText reason;
    private final List<CapPlan> children;
    private final CapWindows windows;
    private final CapUnit unit;
    private final long limit;
    private volatile @Nullable CapSpan last;

    /**
     * Where a cap stands.
     *
     * @param key of its counters
     * @param zone for its windows
     * @param counts what it counts there
     * @param isStep whether it is a recipient's, which gives its own standard reason
     * @param carried counters of its earlier form that still count
     */
    public record Place(
            String account, String key, ZoneId zone, Cap.Counts counts, boolean isStep, List<Carried> carried) {}

    /** A counter that was kept when the cap was edited; it counts from one moment to another. */
    record Carried(CounterKey counter, Instant from, Instant until) {
        boolean counts(Period period) {
            return !period.start().isBefore(from) && period.start().isBefore(until);
        }
    }

    public CapPlan(
            Cap cap, Place place, @Nullable CompiledRules when, @Nullable ReasonText reason, List<CapPlan> children) {
        this.cap = cap;
        this.place = place;
        this.when = when;
        this.reason = reason;
        this.children = List.copyOf(children);
        this.windows = CapWindows.of(cap.window(), place.zone());
        this.unit = CapUnit.of(cap.type());
        this.limit = unit.limit(cap.maximum());
    }

    public Cap cap() {
        return cap;
    }

    public String key() {
        return place.key();
    }

    public long limit() {
        return limit;
    }

    CapUnit unit() {
        return unit;
    }

    public Cap.Counts counts() {
        return place.counts();
    }

    public List<CapPlan> children() {
        return children;
    }

    /** Whether this cap or one inside it counts {@code what}. */
    boolean anyCounts(Cap.Counts what) {
        return counts() == what || children.stream().anyMatch(child -> child.anyCounts(what));
    }

    /** Adds this cap and those below it, as far as they concern the lead. */
    void collect(Scope scope, At at, List<Due> due) {
        if (concerns(scope, at)) {
            due.add(due(at));
            children.forEach(child -> child.collect(scope, at, due));
        }
    }

    /** Whether it is for a lead with these data. */
    boolean concerns(Scope scope, At at) {
        return when == null || when.decide(scope, at).passed();
    }

    /** This cap at a moment, only to be looked at. */
    Due due(At at) {
        return new Due(this, span(at.instant()), 0);
    }

    public CapSpan span(Instant moment) {
        CapSpan span = last;
        if (span == null || !span.period().contains(moment)) {
            span = span(windows.at(moment));
            last = span;
        }
        return span;
    }

    private CapSpan span(Period period) {
        List<CounterKey> counted = new ArrayList<>(period.windows().size());
        period.windows().forEach(window -> counted.add(counter(place.key(), window)));
        place.carried().stream().filter(each -> each.counts(period)).forEach(each -> counted.add(each.counter()));
        return new CapSpan(
                period,
                counted,
                counter(place.key() + "#reached@" + limit, period.notes()),
                counter(place.key() + "#refused", period.notes()));
    }

    private CounterKey counter(String key, String window) {
        return new CounterKey(place.account(), key, window);
    }

    /** Why the cap lets no more leads pass. */
    public String reason(Due due, View view, Scope scope, At at) {
        if (reason != null) {
            return reason.render(withCap(due, view, scope), at);
        }
        return place.isStep() ? told(due.span().sum(view).used()) : "Cap reached";
    }

    /** {@code Daily cap reached (100/100)}. */
    public String told(long count) {
        return cap.period() + " cap reached (" + text(count) + "/" + text(limit) + ")";
    }

    private String text(long count) {
        return unit.shown(count).toPlainString();
    }

    private Scope withCap(Due due, View view, Scope scope) {
        Counter count = due.span().sum(view);
        Value resets = due.span().resetsAt(view).<Value>map(Moment::of).orElse(Missing.MISSING);
        Obj variable = Obj.of(VARIABLE, new Text(cap.label()), number(count.used()), Num.of(cap.maximum()), resets);
        return scope.with(Section.VARS, scope.section(Section.VARS).with("cap", variable));
    }

    public Num number(long count) {
        return unit.number(count);
    }
}
