package dev.sluice.report;

import dev.sluice.event.Event;
import dev.sluice.store.Alike;
import dev.sluice.store.Events;
import dev.sluice.store.Likeness;
import dev.sluice.store.Selection;
import dev.sluice.types.Scope;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts a report by groups of events that the store found to be alike, where each event counts by itself and columns tell all
 * of it. Gives up where they do not: who got a lead may depend on its other events, and a zone may have changed its clock
 * within a quarter of an hour. For one thread.
 */
final class AlikeCount {
    private final ReportDefinition report;
    private final Groups groups;
    private final boolean byRecipient;
    private final ReportDefinition.Filter unselected;
    private final Senders senders;
    private final Map<Instant, Boolean> whole = new HashMap<>();
    private long events;

    AlikeCount(ReportDefinition report, Groups groups, Senders senders) {
        this.report = report;
        this.groups = groups;
        this.senders = senders;
        this.unselected =
                new ReportDefinition.Filter(Set.of(), Set.of(), report.filter().recipients(), null);
        this.byRecipient =
                !report.filter().recipients().isEmpty() || report.dimensions().contains(EventDimension.RECIPIENT);
    }

    /** Whether every number and every group of a report is made of single events by their columns. */
    static boolean fits(ReportDefinition report) {
        return report.filter().ruleSet() == null
                && report.columns().stream().allMatch(AlikeCount::fits)
                && report.dimensions().stream().allMatch(AlikeCount::fits);
    }

    private static boolean fits(Column column) {
        return column instanceof Column.Group
                || column instanceof Column.Number number
                        && number.metric().needs().equals(Set.of(Needs.EVENTS));
    }

    private static boolean fits(Dimension dimension) {
        return dimension instanceof TimeDimension
                || dimension instanceof EventDimension said && said.likeness().isPresent();
    }

    /** Whether the report is counted now; else the groups are as they were. */
    boolean count(Events log, Selection selection) {
        Optional<List<Alike>> found = log.alike(selection, likeness());
        found.ifPresent(groups -> groups.forEach(each -> senders.see(each.any())));
        if (found.isEmpty() || !found.get().stream().allMatch(this::isSure)) {
            return false;
        }
        found.get().forEach(each -> add(each.any(), each.number()));
        return true;
    }

    /** In what events have to agree to be of the same group and count the same. */
    private Set<Likeness> likeness() {
        Set<Likeness> all = EnumSet.noneOf(Likeness.class);
        for (Dimension dimension : report.dimensions()) {
            if (dimension instanceof EventDimension said) {
                all.addAll(said.likeness().orElseThrow());
            }
        }
        stretch().ifPresent(all::add);
        if (byRecipient) {
            all.addAll(EventDimension.RECIPIENT.likeness().orElseThrow());
        }
        boolean timed = report.columns().stream()
                .anyMatch(column -> column instanceof Column.Number number
                        && number.metric().kind() == Metric.Kind.MILLIS);
        if (timed) {
            all.add(Likeness.DURATION);
        }
        return all;
    }

    /** The largest stretch that belongs to one group of each dimension of time; empty where there is none. */
    private Optional<Likeness> stretch() {
        return report.dimensions().stream()
                .filter(TimeDimension.class::isInstance)
                .map(TimeDimension.class::cast)
                .map(time -> time.stretch(report.zone()))
                .max(Comparator.naturalOrder());
    }

    private boolean isSure(Alike alike) {
        return isKnown(alike.any()) && isWhole(alike.any().at());
    }

    /** Whether it is certain who got what the event is about. */
    private boolean isKnown(Event event) {
        return !byRecipient || senders.knows(event);
    }

    /** Whether all of the stretch that begins here is of the same groups. */
    private boolean isWhole(Instant begin) {
        return whole.computeIfAbsent(begin, at -> report.dimensions().stream()
                .filter(TimeDimension.class::isInstance)
                .map(TimeDimension.class::cast)
                .allMatch(time -> isWhole(time, at)));
    }

    private boolean isWhole(TimeDimension time, Instant begin) {
        Instant last = begin.plusMillis(stretch().orElseThrow().millis() - 1);
        return time.of(begin.atZone(report.zone())).equals(time.of(last.atZone(report.zone())));
    }

    private void add(Event event, long number) {
        if (!Reports.counts(event, senders.recipients(), unselected)) {
            return;
        }
        events += number;
        Tally group = groups.of(event, Scope.EMPTY, senders.recipients());
        if (group != null) {
            Tally one = new Tally();
            EventCount.count(one, event);
            group.add(one, number);
            groups.total().add(one, number);
        }
    }

    long events() {
        return events;
    }
}
