package dev.sluice;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.json.EventJson;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Counter;
import dev.sluice.store.CounterKey;
import dev.sluice.store.Cursor;
import dev.sluice.store.Inventory;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.StateCheck;
import dev.sluice.types.Arr;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** Some leads on their way through a flow, in one process or in several that follow one another over the same data. */
final class Story {
    private final FlowDefinition definition;
    private final List<Lead> leads;
    private final Forgetting forgetting;
    private final MemoryStore data = MemoryStore.create();
    private final StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
    private final Market market = new Market();
    private final SplittableRandom random = new SplittableRandom(7);
    private final AtomicLong ids = new AtomicLong();
    private final List<String> answers = new ArrayList<>();
    private final List<RecoveryReport> recoveries = new ArrayList<>();

    private Story(FlowDefinition definition, List<Lead> leads, Forgetting forgetting) {
        this.definition = definition;
        this.forgetting = forgetting;
        this.leads = leads;
    }

    /** Each lead is submitted twice with its key; the second answer is the one that is told. */
    static Story of(FlowDefinition definition, List<Lead> leads) {
        return new Story(definition, leads, Forgetting.NOTHING);
    }

    /** The same with something that nobody sees of what was recorded. */
    Story seeing(Forgetting what) {
        return new Story(definition, leads, what);
    }

    /**
     * @param cuts after how many events each process ends; the last one goes on to the end
     */
    Story play(int... cuts) {
        Processes processes = new Processes(cuts);
        for (Lead lead : leads) {
            processes.submit(lead);
            answers.add(told(processes.flow.submit(lead)));
        }
        return this;
    }

    /** The process that is there now. */
    private final class Processes {
        private final int[] cuts;
        private int next;
        private Sluice sluice;
        private Flow flow;

        Processes(int[] cuts) {
            this.cuts = cuts;
            begin();
        }

        private void begin() {
            int events = next < cuts.length ? cuts[next++] : Integer.MAX_VALUE;
            sluice = market.wire(Sluice.builder())
                    .store(new CuttingStore(data, events, forgetting))
                    .time(time)
                    .random(random)
                    .ids(prefix -> prefix + ids.incrementAndGet())
                    .build();
        }

        void submit(Lead lead) {
            open();
            try {
                flow.submit(lead);
            } catch (CuttingStore.Cut cut) {
                recover();
            }
        }

        private void open() {
            if (flow == null) {
                flow = sluice.open(definition);
            }
        }

        private void recover() {
            try {
                begin();
                recoveries.add(sluice.recover());
                flow = null;
                open();
            } catch (CuttingStore.Cut again) {
                recover();
            }
        }
    }

    private static String told(Submission answer) {
        return answer.outcome() + " " + answer.reason().orElse("") + " "
                + answer.price().stripTrailingZeros() + " "
                + answer.revenue().stripTrailingZeros() + " "
                + answer.deliveries().stream()
                        .map(each -> each + " " + each.price().stripTrailingZeros()
                                + each.reference().orElse("") + each.reason().orElse(""))
                        .toList()
                + " " + answer.response();
    }

    /** What the tables hold beside what the events say. */
    List<StateCheck.Difference> unaccounted() {
        return StateCheck.of(data, "default").differences();
    }

    int events() {
        return data.events().after(Cursor.START, Integer.MAX_VALUE).events().size();
    }

    List<RecoveryReport> recoveries() {
        return recoveries;
    }

    /** All that there is in the end, but for what says that something was recovered. */
    Map<String, String> end() {
        Map<String, String> end = new TreeMap<>();
        List<Event> events =
                data.events().after(Cursor.START, Integer.MAX_VALUE).events();
        for (Event event : events) {
            end.put(String.format("event %s %03d", event.leadId(), event.seq()), text(event, events));
        }
        for (int i = 0; i < answers.size(); i++) {
            end.put("answer " + i, answers.get(i));
        }
        Inventory inventory = data.inventory("default");
        inventory.counters().forEach((key, counter) -> count(end, key, counter));
        inventory.holds().forEach((holder, hold) -> end.put("hold " + holder.id(), hold.toString()));
        inventory.entries().forEach(entry -> end.put("entry " + entry.key(), entry.leadId()));
        inventory.open().forEach(open -> end.put("open " + open.lead().id(), "open"));
        return end;
    }

    /** What is not the same in both. */
    static List<String> differences(Map<String, String> expected, Map<String, String> actual) {
        TreeSet<String> all = new TreeSet<>(expected.keySet());
        all.addAll(actual.keySet());
        return all.stream()
                .filter(key -> !Objects.equals(expected.get(key), actual.get(key)))
                .map(key -> key + difference(String.valueOf(expected.get(key)), String.valueOf(actual.get(key))))
                .limit(5)
                .toList();
    }

    private static String difference(String whole, String resumed) {
        int same = 0;
        while (same < Math.min(whole.length(), resumed.length()) && whole.charAt(same) == resumed.charAt(same)) {
            same++;
        }
        int from = Math.max(0, same - 60);
        return "\n  whole:   " + cut(whole, from) + "\n  resumed: " + cut(resumed, from);
    }

    private static String cut(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + 200));
    }

    private static void count(Map<String, String> end, CounterKey key, Counter counter) {
        if (!counter.equals(Counter.ZERO)) {
            end.put("counter " + key.key() + " " + key.window(), counter.toString());
        }
    }

    /**
     * A delivery inside the process has no intent, so its place is taken anew, and its event tells where the caps stood
     * then.
     */
    private static Value caps(Event event, List<Event> all) {
        boolean hasIntent = all.stream()
                .anyMatch(other -> other.type().equals(EventType.RECIPIENT_DELIVERY_ATTEMPT)
                        && other.stream().equals(event.stream())
                        && other.step().equals(event.step()));
        Value caps = event.facts().get("caps");
        if (hasIntent || !event.type().family().equals("recipient") || !(caps instanceof Arr each)) {
            return caps;
        }
        return Value.list(each.values().stream().map(cap -> cap.part("key")).toList());
    }

    private static String text(Event event, List<Event> all) {
        Obj shown = EventJson.clear().object(event).with("caps", caps(event, all));
        String next = event.next().orElse("");
        return ValueJson.canonical(shown.with("recovered", Value.missing())) + " " + next + " " + event.detail();
    }

    Map<String, Integer> calls() {
        return market.calls();
    }
}
