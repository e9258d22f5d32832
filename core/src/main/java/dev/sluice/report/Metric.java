package dev.sluice.report;

import static java.util.Objects.requireNonNull;

import dev.sluice.report.Measure.Amount;
import dev.sluice.report.Measure.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A number with a fixed formula over the events of a group. Exact; rounded when it is shown. Where there is nothing to divide
 * by it has no value, never zero. Leads, and deliveries of a lead to a recipient, count once however many events they have.
 * The table of all of them is in core's README.
 */
public final class Metric {
    private static final Map<String, Metric> KNOWN = new LinkedHashMap<>();
    private static final Map<String, String> OTHER_NAMES = new LinkedHashMap<>();

    /** What an event alone cannot tell: money, which may be corrected, and a lead's deliveries. */
    private static final Set<Needs> OF_LEADS = Set.of(Needs.LEADS);

    private final String name;
    private final String label;
    private final Kind kind;
    private final String formula;
    private final Set<Needs> needs;
    private final Function<Tally, @Nullable BigDecimal> value;

    private Metric(
            String name,
            String label,
            Kind kind,
            String formula,
            Set<Needs> needs,
            Function<Tally, @Nullable BigDecimal> value) {
        this.name = name;
        this.label = label;
        this.kind = kind;
        this.formula = formula;
        this.needs = needs;
        this.value = value;
    }

    /** What a number is, and so how it is shown. */
    public enum Kind {
        COUNT(0),
        PERCENT(2),
        /** Sums keep all their digits. */
        MONEY(2),
        /** Milliseconds. */
        MILLIS(1),
        /** Money, events or points of one, on average. */
        AVERAGE(4);

        private final int digits;

        Kind(int digits) {
            this.digits = digits;
        }

        /** The number as people read it: rounded half up. A sum of money loses none of its digits. */
        public BigDecimal shown(BigDecimal number) {
            return this == MONEY && number.scale() > digits ? number : number.setScale(digits, RoundingMode.HALF_UP);
        }
    }

    static {
        count(
                "leads",
                "Leads",
                "leads that anything happened to, without pings, batches and the account's own events",
                Measure.LEADS);
        count("submitted", "Submitted", "`source.submitted`", Measure.SUBMITTED);
        count("accepted", "Accepted", "`source.accepted`", Measure.ACCEPTED);
        count("rejected", "Rejected", "`source.rejected`", Measure.REJECTED);
        count("completed", "Completed", "`flow.completed`", Measure.COMPLETED);
        percent("acceptance_rate", "Accepted %", "accepted / submitted", Measure.ACCEPTED, Measure.SUBMITTED);
        percent("rejection_rate", "Rejected %", "rejected / submitted", Measure.REJECTED, Measure.SUBMITTED);
        count("duplicates", "Duplicates", "`source.rejected` by the gate `duplicate`", Measure.DUPLICATES);
        percent("duplicate_rate", "Duplicates %", "duplicates / submitted", Measure.DUPLICATES, Measure.SUBMITTED);
        deliveries();
        money();
        feedback();
        enhancements();
        quality();
        count("pings", "Pings", "`ping.received`", Measure.PINGS);
        count("bids", "Bids", "pings with outcome success", Measure.BIDS);
        percent("ping_success_rate", "Pings bid on %", "bids / pings", Measure.BIDS, Measure.PINGS);
        count("caps_reached", "Caps reached", "`cap.reached`", Measure.CAPS_REACHED);
        durations("response_time", "Response Time", "tries of deliveries that were answered", Span.RESPONSE);
        durations("enhancement_time", "Look-up Time", "enhancements", Span.ENHANCEMENT);
        durations("elapsed", "Elapsed", "from the lead's event before to this one", Span.ELAPSED);
        durations("total_time", "Total Time", "from submission to `flow.completed`", Span.TOTAL);
        otherNames();
    }

    private static void deliveries() {
        count("deliveries", "Deliveries", "deliveries that ended, a chain of retries once", Measure.ENDED);
        count(
                "delivered",
                "Delivered",
                "lead and recipient with `recipient.delivered`, each pair once",
                Measure.DELIVERED);
        count("failed", "Failed", "deliveries that ended with `recipient.failed`", Measure.FAILED);
        count("erred", "Erred", "deliveries that ended with `recipient.error`", Measure.ERRED);
        count("errors", "Errors", "`recipient.error`, each try", Measure.ERRORS);
        count("unknown", "Unknown", "deliveries that ended with `recipient.unknown`", Measure.UNKNOWN);
        count("passed_over", "Passed over", "`recipient.failed` with outcome skip: not asked", Measure.PASSED_OVER);
        count("retried", "Retried", "deliveries that took more than one try", Measure.RETRIED);
        count("delivered_leads", "Delivered leads", "leads with `recipient.delivered`", Measure.DELIVERED_LEADS);
        percent(
                "success_rate",
                "Success %",
                "delivered / (delivered + failed + erred), last tries",
                tally -> Ratio.percent(
                        tally.count(Measure.SUCCEEDED), tally.count(Measure.ENDED) - tally.count(Measure.UNKNOWN)));
        percent(
                "delivery_rate",
                "Delivered %",
                "delivered leads / accepted",
                Measure.DELIVERED_LEADS,
                Measure.ACCEPTED);
        percent("retry_rate", "Retried %", "retried / deliveries", Measure.RETRIED, Measure.ENDED);
    }

    private static void money() {
        money("cost", "Cost", "what accepted leads cost + enhancements - costs credited", Tally::cost);
        money("revenue", "Revenue", "sales - credited returns", Tally::revenue);
        money(
                "unsettled_revenue",
                "Unsettled",
                "planned price of deliveries that are unknown",
                tally -> tally.sum(Amount.REVENUE_UNSETTLED));
        money(
                "credited_revenue",
                "Credited",
                "sales that returns took back",
                tally -> tally.sum(Amount.REVENUE_CREDITED));
        money("margin", "Margin", "revenue - cost", Tally::margin);
        percent(
                "margin_percent",
                "Margin %",
                "(revenue - cost) / revenue",
                tally -> Ratio.percent(tally.margin(), tally.revenue()));
        percent("roi", "ROI %", "(revenue - cost) / cost", tally -> Ratio.percent(tally.margin(), tally.cost()));
        average("cpl", "CPL", "cost / accepted", tally -> Ratio.of(tally.cost(), tally.count(Measure.ACCEPTED)));
        average(
                "good_lead_cpl",
                "CPL of good leads",
                "cost / (accepted - returns sent)",
                tally -> Ratio.of(tally.cost(), tally.count(Measure.ACCEPTED) - tally.count(Measure.RETURNS_SENT)));
        average(
                "revenue_per_lead",
                "Revenue per lead",
                "revenue / (delivered - returns)",
                tally -> Ratio.of(tally.revenue(), tally.count(Measure.DELIVERED) - tally.count(Measure.RETURNS)));
    }

    private static void feedback() {
        count("conversions", "Conversions", "`feedback.processed` of type conversion", Measure.CONVERSIONS);
        count("returns", "Returns", "`feedback.processed` of type return", Measure.RETURNS);
        count(
                "returns_sent",
                "Returns sent",
                "`feedback.sent` of type return that the source took",
                Measure.RETURNS_SENT);
        count("contacted", "Contacted", "`feedback.processed` of type contacted", Measure.CONTACTED);
        count("feedback", "Feedback", "`feedback.processed`", Measure.FEEDBACK);
        percent("conversion_rate", "Converted %", "conversions / delivered", Measure.CONVERSIONS, Measure.DELIVERED);
        percent("return_rate", "Returned %", "returns / delivered", Measure.RETURNS, Measure.DELIVERED);
        percent("contact_rate", "Contacted %", "contacted / delivered", Measure.CONTACTED, Measure.DELIVERED);
        average(
                "cost_per_conversion",
                "Cost per conversion",
                "cost / conversions",
                tally -> Ratio.of(tally.cost(), tally.count(Measure.CONVERSIONS)));
    }

    private static void enhancements() {
        count("enhancements", "Look-ups", "enhancements that were asked", Measure.ENHANCEMENTS);
        percent(
                "enhancement_hit_rate",
                "Look-up hits %",
                "`enhancement.success` / enhancements",
                Measure.ENHANCED,
                Measure.ENHANCEMENTS);
        percent(
                "cache_hit_rate",
                "Cache hits %",
                "answers from the cache / enhancements",
                Measure.CACHE_HITS,
                Measure.ENHANCEMENTS);
    }

    private static void quality() {
        percent(
                "valid_email_rate",
                "Valid email %",
                "email fields that are valid / given",
                Measure.VALID_EMAILS,
                Measure.GIVEN_EMAILS);
        percent(
                "valid_phone_rate",
                "Valid phone %",
                "phone fields that are valid / given",
                Measure.VALID_PHONES,
                Measure.GIVEN_PHONES);
        percent(
                "valid_field_rate",
                "Valid fields %",
                "typed fields that are valid / given",
                Measure.VALID_FIELDS,
                Measure.GIVEN_FIELDS);
    }

    private static void durations(String name, String label, String what, Span span) {
        millis(name + "_total", label + " Total", "sum of " + what, span, Durations::sum);
        millis(name + "_avg", "Avg " + label, "average of " + what, span, Durations::average);
        millis(name + "_min", "Min " + label, "least of " + what, span, times -> times.percentile(0));
        millis(name + "_max", "Max " + label, "most of " + what, span, times -> times.percentile(100));
        millis(name + "_median", "Median " + label, "50th percentile of " + what, span, times -> times.percentile(50));
        millis(name + "_p95", "p95 " + label, "95th percentile of " + what, span, times -> times.percentile(95));
        millis(name + "_p99", "p99 " + label, "99th percentile of " + what, span, times -> times.percentile(99));
        millis(name + "_stddev", "Spread of " + label, "standard deviation of " + what, span, Durations::deviation);
    }

    private static void otherNames() {
        OTHER_NAMES.put("source-submitted", "submitted");
        OTHER_NAMES.put("source-success", "accepted");
        OTHER_NAMES.put("source-failure", "rejected");
        OTHER_NAMES.put("recipient-submitted", "deliveries");
        OTHER_NAMES.put("recipient-success", "delivered");
        OTHER_NAMES.put("recipient-failure", "failed");
        OTHER_NAMES.put("recipient-error", "erred");
        OTHER_NAMES.put("return-received-success", "returns");
        OTHER_NAMES.put("return-sent-success", "returns_sent");
        OTHER_NAMES.put("conversion-received-success", "conversions");
        OTHER_NAMES.put("ping-submitted", "pings");
        OTHER_NAMES.put("ping-success", "bids");
        OTHER_NAMES.put("ping-success-rate", "ping_success_rate");
        OTHER_NAMES.put("profit", "margin");
        OTHER_NAMES.put("avg-cost-per-lead", "good_lead_cpl");
        OTHER_NAMES.put("avg-revenue-per-lead", "revenue_per_lead");
        OTHER_NAMES.put("cost-per-conversion-received-success", "cost_per_conversion");
    }

    private static void count(String name, String label, String formula, Measure what) {
        add(new Metric(name, label, Kind.COUNT, formula, Set.of(what.needs()), tally -> number(tally, what)));
    }

    private static void percent(String name, String label, String formula, Measure part, Measure whole) {
        Set<Needs> needs = EnumSet.of(part.needs(), whole.needs());
        add(new Metric(name, label, Kind.PERCENT, formula, needs, tally -> tally.percent(part, whole)));
    }

    private static void percent(
            String name, String label, String formula, Function<Tally, @Nullable BigDecimal> value) {
        add(new Metric(name, label, Kind.PERCENT, formula, OF_LEADS, value));
    }

    private static void money(String name, String label, String formula, Function<Tally, @Nullable BigDecimal> value) {
        add(new Metric(name, label, Kind.MONEY, formula, OF_LEADS, value));
    }

    private static void average(
            String name, String label, String formula, Function<Tally, @Nullable BigDecimal> value) {
        add(new Metric(name, label, Kind.AVERAGE, formula, OF_LEADS, value));
    }

    private static void millis(
            String name, String label, String formula, Span span, Function<Durations, @Nullable BigDecimal> value) {
        add(new Metric(
                name, label, Kind.MILLIS, formula, Set.of(span.needs()), tally -> value.apply(tally.times(span))));
    }

    private static void add(Metric metric) {
        KNOWN.put(metric.name, metric);
    }

    private static BigDecimal number(Tally tally, Measure what) {
        return BigDecimal.valueOf(tally.count(what));
    }

    /** All metrics, in the order of the README's table. */
    public static Collection<Metric> all() {
        return Collections.unmodifiableCollection(KNOWN.values());
    }

    /** Other names that are read, each with the one that is written. */
    public static Map<String, String> aliases() {
        return Collections.unmodifiableMap(OTHER_NAMES);
    }

    /** The metric of this name, or of one of its other names. */
    public static Optional<Metric> named(String name) {
        String canonical = OTHER_NAMES.getOrDefault(requireNonNull(name, "name"), name);
        return Optional.ofNullable(KNOWN.get(canonical));
    }

    /**
     * The metric of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Metric of(String name) {
        return named(name).orElseThrow(() -> new IllegalArgumentException("there is no metric '" + name + "'"));
    }

    /** In definitions: lower-case with underscores. */
    public String name() {
        return name;
    }

    /** For people. */
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** How it is worked out, in words. */
    public String formula() {
        return formula;
    }

    Set<Needs> needs() {
        return needs;
    }

    @Nullable BigDecimal of(Tally tally) {
        return value.apply(tally);
    }

    @Override
    public String toString() {
        return name;
    }
}
