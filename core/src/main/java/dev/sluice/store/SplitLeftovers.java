package dev.sluice.store;

import dev.sluice.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What an end between the log and the state has left of leads that somebody takes over: granted, and no event tells of it,
 * or an event tells that it was settled, and the state does not know. After it the state is as the events say.
 */
final class SplitLeftovers implements Write<Boolean> {
    private final Map<Holder, Boolean> settled = new LinkedHashMap<>();
    private final List<Consumer<Changes>> changes = new ArrayList<>();

    /**
     * @param taken the leads
     * @param kept what the state has of their account
     * @param log the events of a stream
     */
    SplitLeftovers(List<Ownership> taken, Inventory kept, Function<StreamId, List<Event>> log) {
        Map<String, List<Holder>> holders = new HashMap<>();
        kept.holds().keySet().forEach(holder -> holders.computeIfAbsent(lead(holder), none -> new ArrayList<>())
                .add(holder));
        Map<String, List<Entry>> entries = new HashMap<>();
        kept.entries().forEach(entry -> entries.computeIfAbsent(entry.leadId(), none -> new ArrayList<>())
                .add(entry));
        for (Ownership each : taken) {
            StreamId lead = each.lead();
            List<Event> events = log.apply(lead);
            Map<Holder, Boolean> ends = new HashMap<>();
            CountedState counted = new CountedState(ends::put);
            events.forEach(counted::take);
            settle(holders.getOrDefault(lead.id(), List.of()), counted, ends);
            if (events.isEmpty()) {
                entries.getOrDefault(lead.id(), List.of()).forEach(entry -> drop(entry.key()));
            }
            if (counted.open().isEmpty()) {
                changes.add(all -> all.discard(lead));
            }
        }
    }

    /** Leads and their deliveries hold under keys that begin with the lead's id. */
    private static String lead(Holder holder) {
        int end = holder.id().indexOf(':');
        return end < 0 ? holder.id() : holder.id().substring(0, end);
    }

    private void settle(List<Holder> kept, CountedState counted, Map<Holder, Boolean> ends) {
        kept.stream()
                .filter(holder -> !counted.holds().containsKey(holder))
                .forEach(holder -> settled.put(holder, ends.getOrDefault(holder, false)));
    }

    private void drop(EntryKey entry) {
        changes.add(all -> all.remove(entry));
    }

    @Override
    public Reads reads() {
        return Reads.holders(List.copyOf(settled.keySet()));
    }

    @Override
    public Boolean decide(View view, Changes all) {
        settled.forEach((holder, commits) -> {
            if (commits) {
                all.commit(holder);
            } else {
                all.release(holder);
            }
        });
        changes.forEach(change -> change.accept(all));
        return Boolean.TRUE;
    }
}
