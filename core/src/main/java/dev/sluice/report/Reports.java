package dev.sluice.report;

import static java.util.Objects.requireNonNull;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.event.FieldPrivacy;
import dev.sluice.event.Recipients;
import dev.sluice.report.Period.Range;
import dev.sluice.rules.CompiledRules;
import dev.sluice.rules.Finding;
import dev.sluice.rules.RuleSet;
import dev.sluice.rules.Rules;
import dev.sluice.rules.Severity;
import dev.sluice.store.Events;
import dev.sluice.store.Selection;
import dev.sluice.templates.Templates;
import dev.sluice.types.At;
import dev.sluice.types.Layout;
import dev.sluice.types.Scope;
import dev.sluice.types.Stage;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs reports over the events of an account, by the columns of the store where they tell everything, else
 * in one pass that keeps one lead at a time. Changes nothing; immutable and
 * safe on any thread.
 */
public final class Reports {
    /** Types of which every metric may need what they say beside their columns: money that came later, or may come. */
    private static final Set<EventType> BOOKED =
            Set.of(EventType.FEEDBACK_PROCESSED, EventType.FEEDBACK_SENT, EventType.RECIPIENT_UNKNOWN);

    private final Events events;
    private final String account;
    private final Time time;
    private final Map<String, FieldPrivacy> declared;

    private Reports(Events events, String account, Time time, Map<String, FieldPrivacy> declared) {
        this.events = events;
        this.account = account;
        this.time = time;
        this.declared = declared;
    }

    /** Of everything that this instance has recorded. */
    public static Reports over(Sluice sluice) {
        return over(sluice.events(), sluice.account(), sluice.time());
    }

    /** Of a log: one that another process writes, say. */
    public static Reports over(Events events, String account, Time time) {
        return new Reports(
                requireNonNull(events, "events"),
                requireNonNull(account, "account"),
                requireNonNull(time, "time"),
                Map.of());
    }

    /**
     * Reports that know how private fields are declared to be, by their id; others are as their types say. Answers of
     * look-ups may be named by their whole path, {@code appended.intel.line_type}.
     */
    public Reports fields(Map<String, FieldPrivacy> privacy) {
        return new Reports(events, account, time, Map.copyOf(privacy));
    }

    /** Everything that is wrong with a definition; empty when it can run. */
    public List<Finding> check(ReportDefinition report) {
        List<Finding> found = new ArrayList<>(ReportChecks.of(report));
        rules(report).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> found.add(finding.below("/ruleSet")));
        return found;
    }

    /**
     * Runs a report.
     *
     * @throws InvalidReportException if it is wrong, would tell whole personal values, or has too many groups
     */
    public Report run(ReportDefinition report) {
        List<Finding> found = check(report);
        if (!found.isEmpty()) {
            throw new InvalidReportException(found);
        }
        Range range = report.period().at(time.instant(), report.zone());
        Counted now = counted(report, range);
        return report.compare() == ReportDefinition.Compare.NOTHING
                ? new Table(report, now).made()
                : new Table(report, now).comparedWith(counted(report, range.before()));
    }

    /** How many leads come how far. */
    public Funnel.Result funnel(Funnel funnel, Period period, ReportDefinition.Filter filter) {
        Range range = period.at(time.instant(), ZoneOffset.UTC);
        ReportDefinition report = ReportDefinition.builder(funnel.name())
                .columns("leads")
                .filter(filter)
                .build();
        Funnel.Count count = funnel.count();
        Selection all = selection(report, range).ofTypes(Set.of());
        read(report, range, all, (stream, lead, buyers) -> count.add(stream));
        return count.result(range);
    }

    /**
     * What was counted.
     *
     * @param range of which time
     * @param events how many events
     */
    record Counted(Range range, Groups groups, long events) {}

    private Counted counted(ReportDefinition report, Range range) {
        return alike(report, range).orElseGet(() -> onePass(report, range));
    }

    /** By the columns of the store, where it has some and they tell everything. */
    private Optional<Counted> alike(ReportDefinition report, Range range) {
        Selection selection = selection(report, range);
        boolean fits = range.from().isBefore(range.to()) && !selection.types().isEmpty() && AlikeCount.fits(report);
        if (!fits) {
            return Optional.empty();
        }
        Groups groups = new Groups(report.dimensions(), report.zone(), declared);
        AlikeCount count = new AlikeCount(report, groups, Senders.of(selection));
        return count.count(events, selection)
                ? Optional.of(new Counted(range, groups, count.events()))
                : Optional.empty();
    }

    private Counted onePass(ReportDefinition report, Range range) {
        Groups groups = new Groups(report.dimensions(), report.zone(), declared);
        long[] seen = new long[1];
        read(report, range, selection(report, range), (stream, lead, buyers) -> {
            seen[0] += stream.size();
            new LeadCount(stream, lead, buyers, groups).count();
        });
        return new Counted(range, groups, seen[0]);
    }

    /** Takes the events of one lead, its data, and whom it went to. */
    private interface OfLead {
        void take(List<Event> events, Scope lead, Recipients buyers);
    }

    private void read(ReportDefinition report, Range range, Selection selection, OfLead each) {
        if (range.from().isBefore(range.to())) {
            events.byStream(selection, filtered(report, each));
        }
    }

    private Consumer<List<Event>> filtered(ReportDefinition report, OfLead each) {
        CompiledRules rules = rules(report);
        boolean judged = report.filter().ruleSet() != null;
        return stream -> {
            Recipients buyers = new Recipients();
            stream.forEach(buyers::see);
            List<Event> counted = stream.stream()
                    .filter(event -> counts(event, buyers, report.filter()))
                    .toList();
            if (counted.isEmpty()) {
                return;
            }
            Event last = counted.get(counted.size() - 1);
            if (!judged
                    || rules.decide(last.snapshot(), new At(last.at(), report.zone()))
                            .passed()) {
                each.take(counted, last.snapshot(), buyers);
            }
        };
    }

    static boolean counts(Event event, Recipients buyers, ReportDefinition.Filter filter) {
        return !event.context().test()
                && has(filter.flows(), event.context().flow())
                && has(filter.sources(), event.context().source())
                && (filter.recipients().isEmpty()
                        || filter.recipients().contains(buyers.of(event).orElse("")));
    }

    private static boolean has(Set<String> wanted, String id) {
        return wanted.isEmpty() || wanted.contains(id);
    }

    private Selection selection(ReportDefinition report, Range range) {
        Selection selection = Selection.of(account)
                .between(range.from(), range.to())
                .ofTypes(types(report))
                .from(report.filter().flows(), report.filter().sources());
        boolean byField = report.dimensions().stream()
                .anyMatch(dimension -> dimension instanceof FieldDimension || dimension instanceof RangeDimension);
        boolean whole = byField || report.filter().ruleSet() != null || ReportChecks.needs(report, Needs.SNAPSHOTS);
        return whole ? selection.whole() : selection.withFactsOf(factsOf(report));
    }

    /** Those that the report's metrics count; all where every event of a lead matters. */
    private static Set<EventType> types(ReportDefinition report) {
        boolean all = ReportChecks.needs(report, Needs.EVERYTHING)
                || report.dimensions().contains(EventDimension.STAGE)
                || report.dimensions().contains(EventDimension.TYPE);
        return all ? Set.of() : LeadCount.COUNTED;
    }

    private static Set<EventType> factsOf(ReportDefinition report) {
        Set<EventType> types = new HashSet<>(BOOKED);
        report.dimensions().forEach(dimension -> {
            if (dimension instanceof EventDimension ofEvents) {
                types.addAll(ofEvents.factsOf());
            }
        });
        if (ReportChecks.needs(report, Needs.REJECTIONS)) {
            types.add(EventType.SOURCE_REJECTED);
        }
        if (ReportChecks.needs(report, Needs.ENHANCEMENTS)) {
            types.addAll(EventDimension.INTEGRATION.factsOf());
        }
        return types;
    }

    private static CompiledRules rules(ReportDefinition report) {
        Layout layout = Layout.builder().build();
        Rules rules = Rules.with(layout, Stage.ANY, Templates.standard());
        RuleSet given = report.filter().ruleSet();
        return rules.compile(given == null ? RuleSet.and(List.of()) : given);
    }
}
