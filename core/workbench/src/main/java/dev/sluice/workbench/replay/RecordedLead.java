package dev.sluice.workbench.replay;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.types.Arr;
import dev.sluice.types.Lead;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A lead that came, and the answers that were given about it. Answers are found in the order in which they were given. For one thread. */
final class RecordedLead {
    private final List<Event> events;
    private final Map<String, List<Event>> deliveries = new HashMap<>();
    private final Map<String, Deque<Event>> byPlugin = new HashMap<>();
    private final Map<String, Deque<Event>> lookUps = new HashMap<>();
    private final Set<Event> given = new HashSet<>();

    RecordedLead(List<Event> events) {
        this.events = List.copyOf(events);
        for (Event event : events) {
            String plugin = event.facts().get("integration").text();
            boolean ended =
                    event.outcome().filter(outcome -> outcome != Outcome.SKIP).isPresent();
            if (event.type().family().equals("recipient") && ended && !plugin.isEmpty()) {
                deliveries
                        .computeIfAbsent(event.step().orElse(""), step -> new ArrayList<>())
                        .add(event);
                byPlugin.computeIfAbsent(plugin + "/" + event.entity().orElse(""), key -> new ArrayDeque<>())
                        .add(event);
            } else if (event.type().family().equals("enhancement") && ended) {
                lookUps.computeIfAbsent(plugin, key -> new ArrayDeque<>()).add(event);
            }
        }
    }

    String id() {
        return events.get(0).leadId();
    }

    /** What was handed in, at its moment; empty when it was erased. */
    Optional<Lead> input() {
        return first().input().map(lead -> lead.submittedAt(first().at()));
    }

    Event first() {
        return events.get(0);
    }

    Optional<Course> course() {
        return Course.of(events);
    }

    /** The number that chance gave it, 1 to 100. */
    int random() {
        return first().snapshot().section(Section.VARS).get("random") instanceof Num number
                ? number.value().intValue()
                : 1;
    }

    /**
     * The answer of the recipient {@code step} to this attempt, or of the one that was this buyer then, reached by the same
     * plugin.
     *
     * @param entity who it is; empty when nobody is named, then only the step itself is looked for
     * @param attempt from 1
     */
    Optional<Event> delivery(String step, String plugin, String entity, int attempt) {
        List<Event> own = deliveries.getOrDefault(step, List.of()).stream()
                .filter(event -> event.facts().get("integration").text().equals(plugin))
                .toList();
        if (!own.isEmpty()) {
            return attempt > own.size() ? Optional.empty() : Optional.of(own.get(attempt - 1));
        }
        Deque<Event> others = entity.isEmpty() ? null : byPlugin.get(plugin + "/" + entity);
        return others == null ? Optional.empty() : Optional.of(others.getLast());
    }

    /** The next answer of the look-up {@code plugin}, of {@code step} if it was asked then. */
    Optional<Event> lookUp(String plugin, Set<String> steps) {
        Deque<Event> all = lookUps.getOrDefault(plugin, new ArrayDeque<>());
        Optional<Event> found = all.stream()
                .filter(event -> !given.contains(event))
                .filter(event -> steps.contains(event.step().orElse("")))
                .findFirst()
                .or(() -> all.stream().filter(event -> !given.contains(event)).findFirst());
        found.ifPresent(given::add);
        return found;
    }

    /** What the look-up {@code plugin} before acceptance said, as the gates' event tells. */
    Optional<Value> decision(String plugin) {
        return gates().flatMap(event -> elements(event.facts().get("look_ups"))
                .filter(each -> each.part("integration").text().equals(plugin))
                .findFirst());
    }

    /** The data of a look-up before acceptance. */
    Obj decided(String key) {
        return gates().map(event -> event.snapshot().section(Section.DECISIONS).get(key))
                .filter(Obj.class::isInstance)
                .map(Obj.class::cast)
                .orElse(Obj.EMPTY);
    }

    /** What the pricing service said. */
    Optional<Value> quote(String service) {
        return gates().flatMap(event -> elements(event.facts().get("pricing").part("services"))
                .filter(each -> each.part("service").text().equals(service))
                .findFirst());
    }

    /** The price that was found, before anything was added to it. */
    Optional<BigDecimal> amount() {
        return gates().map(event -> event.facts().get("pricing").part("amount"))
                .filter(Num.class::isInstance)
                .map(amount -> ((Num) amount).value());
    }

    /** What a bidder or a scorer said of this lead; {@code list} is {@code bids} or {@code scores}. */
    Optional<Value> offer(String list, String recipient) {
        return events.stream()
                .filter(event -> event.type().equals(EventType.DISTRIBUTE_PLANNED))
                .flatMap(event -> elements(event.facts().get(list)))
                .filter(each -> each.part("id").text().equals(recipient))
                .findFirst();
    }

    private Optional<Event> gates() {
        return events.stream()
                .filter(event -> event.type().equals(EventType.SOURCE_ACCEPTED)
                        || event.type().equals(EventType.SOURCE_REJECTED))
                .findFirst();
    }

    private static Stream<Value> elements(Value list) {
        return list instanceof Arr arr ? arr.values().stream() : Stream.empty();
    }
}
