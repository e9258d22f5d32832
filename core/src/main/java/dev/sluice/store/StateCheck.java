package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Counts again, from events alone, what a store holds beside them: the counters of caps, of pings and of turns, what is
 * reserved and by whom, which leads are open, how each lead stands; and looks whether the leads that entries name are there. What is not the same is a
 * difference. Run it while nobody writes: it reads the log first, then the rest.
 *
 * <p>How often a cap was told to be full, and has refused, is compared over all its windows together. A ping is counted
 * before it is answered: one that a crash cut off between the two has its count and no event. Once events have left the log for good,
 * counters that stand higher than the events say, and entries of leads that are gone, are no differences.
 */
public final class StateCheck {
    private static final int PAGE = 1_000;

    private final Inventory found;
    private final List<Difference> differences = new ArrayList<>();

    private StateCheck(Inventory found) {
        this.found = found;
    }

    /**
     * One thing that is not as the events say.
     *
     * @param what {@code counter}, {@code note}, {@code hold}, {@code lead}, {@code lead row} or {@code entry}
     * @param key which one
     * @param counted as it comes out of the events
     * @param kept as the store has it
     */
    public record Difference(String what, String key, String counted, String kept) {
        @Override
        public String toString() {
            return what + " " + key + ": " + kept + " in the store, " + counted + " by the events";
        }
    }

    /**
     * What came of a check.
     *
     * @param events how many were read
     * @param leads how many leads they belong to
     * @param counters how many counters were compared
     * @param holds how many holders were compared
     * @param entries how many entries were looked at
     */
    public record Result(long events, long leads, int counters, int holds, int entries, List<Difference> differences) {
        public Result {
            differences = List.copyOf(differences);
        }

        public boolean isSame() {
            return differences.isEmpty();
        }
    }

    /** Checks what {@code store} has of {@code account}. */
    public static Result of(Store store, String account) {
        requireNonNull(account, "account");
        CountedState counted = new CountedState();
        Events log = store.events();
        for (Page<Event> page = log.after(Cursor.START, PAGE);
                !page.events().isEmpty();
                page = log.after(page.next(), PAGE)) {
            page.events().stream()
                    .filter(event -> event.stream().account().equals(account))
                    .forEach(counted::take);
        }
        return new StateCheck(store.inventory(account)).compared(counted);
    }

    private Result compared(CountedState state) {
        int counters = counters(state) + notes(state);
        int holds = compare("hold", named(state.holds()), named(found.holds()));
        leads(state);
        summaries(state);
        found.entries().forEach(entry -> entry(entry, state));
        return new Result(
                state.events(),
                state.leads().size(),
                counters,
                holds,
                found.entries().size(),
                differences);
    }

    private int counters(CountedState state) {
        Map<CounterKey, Counter> kept = new HashMap<>(found.counters());
        if (state.isCut()) {
            kept.replaceAll((key, counter) -> countable(state.counters().getOrDefault(key, Counter.ZERO), counter));
        }
        return compare("counter", shown(state.counters()), shown(kept));
    }

    /** What of a counter can be counted again: leads that have left the log stay counted. */
    private static Counter countable(Counter counted, Counter kept) {
        boolean hasMore = kept.committed() > counted.committed() && kept.reserved() == counted.reserved();
        return hasMore ? counted : kept;
    }

    /** Over all windows together: events do not name those of notes. */
    private int notes(CountedState state) {
        Map<String, Long> expected = state.notes();
        Map<String, Long> kept = new HashMap<>();
        found.counters().forEach((key, counter) -> {
            String note = CountedState.note(key);
            if (!note.isEmpty() && counter.committed() != 0) {
                kept.merge(note, counter.committed(), Long::sum);
            }
        });
        if (state.isCut()) {
            kept.replaceAll((note, number) -> Math.min(number, expected.getOrDefault(note, 0L)));
            kept.values().removeIf(number -> number == 0);
        }
        return compare("note", texts(expected), texts(kept));
    }

    private static Map<String, String> texts(Map<String, Long> numbers) {
        Map<String, String> texts = new HashMap<>();
        numbers.forEach((key, number) -> texts.put(key, number.toString()));
        return texts;
    }

    private static Map<String, String> shown(Map<CounterKey, Counter> counters) {
        Map<String, String> shown = new HashMap<>();
        counters.forEach((key, counter) -> {
            if (!counter.equals(Counter.ZERO) && CountedState.isCounted(key)) {
                shown.put(key.key() + " " + key.window(), counter.committed() + " + " + counter.reserved());
            }
        });
        return shown;
    }

    private static Map<String, String> named(Map<Holder, Hold> holds) {
        Map<String, String> named = new HashMap<>();
        holds.forEach((holder, hold) -> {
            TreeSet<String> items = new TreeSet<>();
            hold.items().stream()
                    .filter(item -> item.amount() != 0)
                    .forEach(item -> items.add(
                            item.counter().key() + " " + item.counter().window() + " " + item.amount()));
            if (!items.isEmpty()) {
                named.put(holder.id(), items.toString());
            }
        });
        return named;
    }

    private int compare(String what, Map<String, String> expected, Map<String, String> kept) {
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(kept.keySet());
        for (String key : keys) {
            if (!Objects.equals(expected.get(key), kept.get(key))) {
                differences.add(new Difference(
                        what, key, expected.getOrDefault(key, "nothing"), kept.getOrDefault(key, "nothing")));
            }
        }
        return keys.size();
    }

    private void leads(CountedState state) {
        Map<String, String> open = new HashMap<>();
        state.open().forEach(lead -> open.put(lead, "open"));
        Map<String, String> kept = new HashMap<>();
        found.open().forEach(lead -> kept.put(lead.lead().id(), "open"));
        compare("lead", open, kept);
    }

    /** Rows of leads against what their events make of them; stores that keep none have nothing to compare. */
    private void summaries(CountedState state) {
        found.leads().ifPresent(rows -> {
            Map<String, String> kept = new HashMap<>();
            rows.forEach(row -> kept.put(row.lead(), row.toString()));
            Map<String, String> counted = new HashMap<>();
            state.summaries().forEach((lead, row) -> counted.put(lead, row.toString()));
            compare("lead row", counted, kept);
        });
    }

    private void entry(Entry entry, CountedState state) {
        if (!state.isCut() && !entry.leadId().isEmpty() && !state.leads().contains(entry.leadId())) {
            String key = entry.key().list() + " " + entry.key().token();
            differences.add(new Difference("entry", key, "no lead " + entry.leadId(), "one of that lead"));
        }
    }
}
