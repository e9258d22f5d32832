package dev.sluice.cli;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every metric from a list of events, in the plainest way, sharing nothing with reports. Test leads and pings are not among them. */
final class CountedByHand {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Event> events;
    private final Map<String, List<Event>> leads = new LinkedHashMap<>();
    private final Map<String, List<Event>> chains = new LinkedHashMap<>();
    private final Map<String, BigDecimal> values = new TreeMap<>();

    CountedByHand(List<Event> events) {
        this.events = events;
        for (Event event : events) {
            leads.computeIfAbsent(event.leadId(), id -> new ArrayList<>()).add(event);
            boolean ended = List.of("recipient.delivered", "recipient.failed", "recipient.error", "recipient.unknown")
                            .contains(event.type().text())
                    && event.outcome().orElseThrow() != Outcome.SKIP;
            if (ended) {
                String chain = event.leadId() + " " + event.step().orElseThrow() + " " + event.generation();
                chains.computeIfAbsent(chain, id -> new ArrayList<>()).add(event);
            }
        }
        leads();
        deliveries();
        money();
        feedback();
        lookUps();
        quality();
        times();
    }

    /** By name; null where there is nothing to divide by. */
    Map<String, BigDecimal> values() {
        return values;
    }

    private void leads() {
        count("leads", leads.size());
        for (String end : List.of("submitted", "accepted", "rejected")) {
            count(end, of("source." + end).count());
        }
        count("completed", of("flow.completed").count());
        percent("acceptance_rate", "accepted", "submitted");
        percent("rejection_rate", "rejected", "submitted");
        count(
                "duplicates",
                of("source.rejected").filter(fact("gate", "duplicate")).count());
        percent("duplicate_rate", "duplicates", "submitted");
        count("pings", of("ping.received").count());
        count("bids", of("ping.received").filter(ended(Outcome.SUCCESS)).count());
        percent("ping_success_rate", "bids", "pings");
        count("caps_reached", of("cap.reached").count());
    }

    private void deliveries() {
        count("deliveries", chains.size());
        count("failed", lastOf(Outcome.FAILURE));
        count("erred", lastOf(Outcome.ERROR));
        count("unknown", lastOf(Outcome.UNKNOWN));
        count("errors", of("recipient.error").count());
        count("passed_over", of("recipient.failed").filter(ended(Outcome.SKIP)).count());
        count(
                "retried",
                chains.values().stream().filter(tries -> tries.size() > 1).count());
        Set<String> pairs = new HashSet<>();
        Set<String> sold = new HashSet<>();
        of("recipient.delivered").forEach(event -> {
            pairs.add(event.leadId() + " " + event.step().orElseThrow());
            sold.add(event.leadId());
        });
        count("delivered", pairs.size());
        count("delivered_leads", sold.size());
        long answered = chains.size() - lastOf(Outcome.UNKNOWN);
        values.put("success_rate", ratio(HUNDRED.multiply(number(lastOf(Outcome.SUCCESS))), number(answered)));
        percent("delivery_rate", "delivered_leads", "accepted");
        percent("retry_rate", "retried", "deliveries");
    }

    private long lastOf(Outcome outcome) {
        return chains.values().stream()
                .map(tries -> tries.get(tries.size() - 1))
                .filter(ended(outcome))
                .count();
    }

    private void money() {
        BigDecimal cost = sum("flow.completed", false)
                .add(sum("enhancement.success", false))
                .add(sum("enhancement.failure", false))
                .add(sum("enhancement.error", false))
                .subtract(facts("cost_credited"));
        values.put("cost", cost);
        values.put("credited_revenue", facts("revenue_credited"));
        values.put(
                "revenue",
                sum("recipient.delivered", true).add(facts("revenue_added")).subtract(facts("revenue_credited")));
        values.put("unsettled_revenue", BigDecimal.ZERO);
        values.put("margin", value("revenue").subtract(cost));
        percent("margin_percent", "margin", "revenue");
        percent("roi", "margin", "cost");
        values.put("cpl", ratio(cost, value("accepted")));
    }

    private void feedback() {
        count("feedback", of("feedback.processed").count());
        for (String type : List.of("conversion", "return", "contacted")) {
            String name = type.equals("contacted") ? type : type + "s";
            count(name, of("feedback.processed").filter(said(type)).count());
        }
        count(
                "returns_sent",
                of("feedback.sent")
                        .filter(said("return"))
                        .filter(ended(Outcome.SUCCESS))
                        .count());
        percent("conversion_rate", "conversions", "delivered");
        percent("return_rate", "returns", "delivered");
        percent("contact_rate", "contacted", "delivered");
        values.put("cost_per_conversion", ratio(value("cost"), value("conversions")));
        values.put("good_lead_cpl", ratio(value("cost"), value("accepted").subtract(value("returns_sent"))));
        values.put(
                "revenue_per_lead", ratio(value("revenue"), value("delivered").subtract(value("returns"))));
    }

    private void lookUps() {
        List<Event> asked = events.stream()
                .filter(event -> event.type().family().equals("enhancement"))
                .toList();
        BigDecimal all = number(asked.size());
        values.put("enhancements", all);
        BigDecimal hits = number(of("enhancement.success").count());
        BigDecimal cached =
                number(asked.stream().filter(fact("cache_hit", "true")).count());
        values.put("enhancement_hit_rate", ratio(HUNDRED.multiply(hits), all));
        values.put("cache_hit_rate", ratio(HUNDRED.multiply(cached), all));
    }

    private void quality() {
        Map<String, long[]> given = new HashMap<>();
        Stream.concat(of("source.accepted"), of("source.rejected")).forEach(event -> {
            Obj fields = event.snapshot().section(Section.LEAD);
            for (int i = 0; i < fields.shape().size(); i++) {
                if (fields.at(i) instanceof Typed typed && !typed.isBlank()) {
                    for (String kind : List.of(typed.type().name(), "field")) {
                        long[] counts = given.computeIfAbsent(kind, name -> new long[2]);
                        counts[0] += typed.valid() ? 1 : 0;
                        counts[1]++;
                    }
                }
            }
        });
        for (String kind : List.of("email", "phone", "field")) {
            long[] counts = given.getOrDefault(kind, new long[2]);
            values.put("valid_" + kind + "_rate", ratio(HUNDRED.multiply(number(counts[0])), number(counts[1])));
        }
    }

    private void times() {
        List<Long> elapsed = new ArrayList<>();
        List<Long> total = new ArrayList<>();
        for (List<Event> lead : leads.values()) {
            for (int i = 1; i < lead.size(); i++) {
                boolean later = lead.get(i).type().family().equals("feedback")
                        || lead.get(i - 1).type().text().equals("flow.completed");
                long millis =
                        lead.get(i).at().toEpochMilli() - lead.get(i - 1).at().toEpochMilli();
                if (!later) {
                    elapsed.add(millis);
                }
                if (lead.get(i).type().text().equals("flow.completed")) {
                    total.add(lead.get(i).at().toEpochMilli() - lead.get(0).at().toEpochMilli());
                }
            }
        }
        times("elapsed", elapsed);
        times("total_time", total);
        times(
                "enhancement_time",
                events.stream()
                        .filter(event -> event.type().family().equals("enhancement"))
                        .map(Event::durationMs)
                        .toList());
        times(
                "response_time",
                chains.values().stream()
                        .flatMap(List::stream)
                        .filter(ended(Outcome.UNKNOWN).negate())
                        .map(Event::durationMs)
                        .toList());
    }

    private void times(String name, List<Long> measured) {
        long[] sorted = measured.stream().mapToLong(Long::longValue).sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElse(0);
        double spread = Math.sqrt(Arrays.stream(sorted)
                .mapToDouble(each -> (each - mean) * (each - mean))
                .average()
                .orElse(0));
        count(name + "_total", Arrays.stream(sorted).sum());
        values.put(name + "_avg", BigDecimal.valueOf(mean));
        count(name + "_min", sorted[0]);
        count(name + "_max", sorted[sorted.length - 1]);
        count(name + "_median", ranked(sorted, 0.50));
        count(name + "_p95", ranked(sorted, 0.95));
        count(name + "_p99", ranked(sorted, 0.99));
        values.put(name + "_stddev", BigDecimal.valueOf(spread));
    }

    private static long ranked(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length - 1e-9) - 1];
    }

    private Stream<Event> of(String type) {
        return events.stream().filter(event -> event.type().text().equals(type));
    }

    private static Predicate<Event> ended(Outcome outcome) {
        return event -> event.outcome().orElseThrow() == outcome;
    }

    private static Predicate<Event> fact(String name, String text) {
        return event -> event.facts().get(name).text().equals(text);
    }

    private static Predicate<Event> said(String type) {
        return event -> event.facts().get("feedback").part("type").text().equals(type);
    }

    private BigDecimal sum(String type, boolean revenue) {
        return of(type).map(event -> (revenue ? event.revenue() : event.cost()).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal facts(String name) {
        return of("feedback.processed")
                .map(event -> event.facts().get(name) instanceof Num amount ? amount.value() : BigDecimal.ZERO)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void count(String name, long number) {
        values.put(name, number(number));
    }

    private void percent(String name, String part, String whole) {
        values.put(name, ratio(HUNDRED.multiply(value(part)), value(whole)));
    }

    private BigDecimal value(String name) {
        BigDecimal value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is counted later");
        }
        return value;
    }

    private static BigDecimal number(long number) {
        return BigDecimal.valueOf(number);
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, MathContext.DECIMAL64);
    }
}
