package dev.sluice.store;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What events say of counters, of what is reserved, and of leads; each stream is read in its order. */
final class CountedState {
    private boolean isCut;
    private static final String REACHED = "#reached";
    private static final String REFUSED = "#refused";

    private final Map<CounterKey, Counter> counters = new HashMap<>();
    private final Map<Holder, Hold> holds = new HashMap<>();
    private final Set<String> leads = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> openAgain = new HashSet<>();
    private final Set<Holder> intended = new HashSet<>();
    private final Map<String, Set<Holder>> untilTheEnd = new HashMap<>();
    private final Map<String, Long> notes = new HashMap<>();
    private final Map<String, LeadSummary> summaries = new HashMap<>();
    private final BiConsumer<Holder, Boolean> settled;
    private long events;

    CountedState() {
        this((holder, commits) -> {});
    }

    /** @param settled hears of each hold that is settled: committed, or given back */
    CountedState(BiConsumer<Holder, Boolean> settled) {
        this.settled = settled;
    }

    long events() {
        return events;
    }

    Map<CounterKey, Counter> counters() {
        return counters;
    }

    Map<Holder, Hold> holds() {
        return holds;
    }

    Set<String> leads() {
        return leads;
    }

    Set<String> open() {
        Set<String> all = new HashSet<>(open);
        all.addAll(openAgain);
        return all;
    }

    /** How each lead stands, by its id. */
    Map<String, LeadSummary> summaries() {
        return summaries;
    }

    /** How often each cap was told to be full, and has refused. */
    Map<String, Long> notes() {
        return notes;
    }

    /** Notes of caps are told of without their windows. */
    static boolean isCounted(CounterKey key) {
        return note(key).isEmpty();
    }

    /** The note that a counter counts; blank when it is another counter. */
    static String note(CounterKey key) {
        String name = key.key();
        int reached = name.indexOf(REACHED + "@");
        if (reached >= 0) {
            return name.substring(0, reached) + REACHED;
        }
        return name.endsWith(REFUSED) ? name : "";
    }

    /** Whether events have left the log, so that not everything can be counted again. */
    boolean isCut() {
        return isCut;
    }

    void take(Event event) {
        isCut |= event.type().equals(EventType.RETENTION_REMOVED);
        events++;
        if (event.leadId().startsWith("lead_")) {
            summaries.compute(event.leadId(), (lead, before) -> LeadSummary.after(before, event));
        }
        if (event.type().equals(EventType.SOURCE_SUBMITTED)) {
            leads.add(event.leadId());
            open.add(event.leadId());
        }
        boolean ends =
                event.type().equals(EventType.SOURCE_REJECTED) || event.type().equals(EventType.FLOW_COMPLETED);
        if (ends) {
            open.remove(event.leadId());
        }
        afterEnd(event);
        if (!event.context().test()) {
            books(event);
        }
        if (ends) {
            untilTheEnd.remove(event.leadId());
        }
    }

    /** A delivery that is made after the lead's end opens it until it has ended. */
    private void afterEnd(Event event) {
        if (!leads.contains(event.leadId()) || open.contains(event.leadId())) {
            return;
        }
        if (event.type().equals(EventType.RECIPIENT_DELIVERY_ATTEMPT)
                || event.type().equals(EventType.RETRY_SCHEDULED)) {
            openAgain.add(event.leadId());
        } else if (event.type().family().equals("recipient")) {
            openAgain.remove(event.leadId());
        }
    }

    private void books(Event event) {
        notes(event);
        Holder lead = new Holder(event.stream().account(), event.leadId());
        if (event.type().equals(EventType.SOURCE_ACCEPTED)) {
            reserve(event, lead, lead);
        } else if (event.type().equals(EventType.RECIPIENT_DELIVERY_ATTEMPT)) {
            Holder delivery = delivery(event);
            intended.add(delivery);
            reserve(event, delivery, ofLead(delivery));
        } else if (event.type().family().equals("recipient")) {
            delivered(event, delivery(event));
        } else if (event.type().equals(EventType.DELIVERY_SETTLED)) {
            boolean success = event.outcome().filter(Outcome.SUCCESS::equals).isPresent();
            settle(delivery(event), success && isAsReserved(event));
        } else if (event.type().equals(EventType.FLOW_COMPLETED)) {
            boolean success = event.outcome().filter(Outcome.SUCCESS::equals).isPresent();
            settle(lead, success && isAsReserved(event));
            untilTheEnd.getOrDefault(event.leadId(), Set.of()).forEach(holder -> settle(holder, success));
        }
        counted(event).forEach(each -> add(key(event, each, "window"), amount(each.part("amount"))));
    }

    private void notes(Event event) {
        if (event.type().equals(EventType.CAP_REACHED)) {
            notes.merge(event.facts().get("key").text() + REACHED, 1L, Long::sum);
        }
        boolean refuses = event.type().equals(EventType.SOURCE_REJECTED)
                || event.type().family().equals("recipient")
                        && event.outcome().filter(Outcome.SKIP::equals).isPresent();
        Value cap = event.facts().get("cap").part("key");
        if (refuses && !cap.isMissing()) {
            notes.merge(cap.text() + REFUSED, 1L, Long::sum);
        }
    }

    private void delivered(Event end, Holder delivery) {
        if (end.facts().get("will_retry") == Bool.TRUE) {
            if (intended.add(delivery)) {
                reserve(end, delivery, ofLead(delivery));
            }
            return;
        }
        Outcome outcome = end.outcome().orElse(Outcome.ERROR);
        if (!intended.remove(delivery) && outcome != Outcome.SKIP) {
            reserve(end, delivery, ofLead(delivery));
        }
        if (outcome == Outcome.SUCCESS) {
            settle(delivery, isAsReserved(end));
        } else if (outcome != Outcome.UNKNOWN) {
            settle(delivery, false);
            settle(ofLead(delivery), false);
        }
    }

    private static Holder delivery(Event event) {
        String key = event.leadId() + ":" + event.step().orElse("") + ":" + event.generation();
        return new Holder(event.stream().account(), key);
    }

    private static Holder ofLead(Holder delivery) {
        return new Holder(delivery.account(), delivery.id() + ":lead");
    }

    /** What a lead or a delivery takes under caps, as its event tells. */
    private void reserve(Event event, Holder delivery, Holder lead) {
        for (Value cap : all(event.facts().get("caps"))) {
            long amount = amount(cap.part("takes"));
            if (amount == 0) {
                continue;
            }
            CounterKey key = key(event, cap, cap.part("bucket").isMissing() ? "window" : "bucket");
            switch (cap.part("counts").text()) {
                case "delivered" -> reserve(delivery, key, amount);
                case "successful" -> {
                    reserve(lead, key, amount);
                    untilTheEnd
                            .computeIfAbsent(event.leadId(), none -> new HashSet<>())
                            .add(lead);
                }
                default -> add(key, amount);
            }
        }
    }

    private void reserve(Holder holder, CounterKey key, long amount) {
        counters.put(key, counters.getOrDefault(key, Counter.ZERO).reserve(amount));
        holds.put(holder, holds.getOrDefault(holder, Hold.NONE).plus(key, amount));
    }

    private void settle(Holder holder, boolean commits) {
        Hold hold = holds.remove(holder);
        if (hold != null) {
            settled.accept(holder, commits);
            hold.items()
                    .forEach(item -> counters.computeIfPresent(
                            item.counter(),
                            (key, now) -> commits ? now.commit(item.amount()) : now.release(item.amount())));
        }
    }

    private void add(CounterKey key, long amount) {
        counters.put(key, counters.getOrDefault(key, Counter.ZERO).add(amount));
    }

    private static CounterKey key(Event event, Value of, String window) {
        return new CounterKey(
                event.stream().account(), of.part("key").text(), of.part(window).text());
    }

    private static boolean isAsReserved(Event end) {
        return end.facts().get("counted").isMissing();
    }

    private static List<Value> counted(Event event) {
        return all(event.facts().get("counted"));
    }

    private static List<Value> all(Value list) {
        return list instanceof Arr arr ? arr.values() : List.of();
    }

    private static long amount(Value number) {
        return number instanceof Num num ? num.value().longValue() : 0;
    }
}
