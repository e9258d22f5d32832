package dev.sluice.jdbc;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Cursor;
import dev.sluice.store.StateCheck;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What crashes have left in a store and at a recipient, against what callers were told. */
final class Aftermath {
    private final Store store;
    private final Path folder;
    private final Set<String> acknowledged;
    private final Map<StreamId, List<Event>> streams = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    Aftermath(Store store, Path folder, Set<String> acknowledged) {
        this.store = store;
        this.folder = folder;
        this.acknowledged = acknowledged;
    }

    /** One line for each fault. */
    List<String> wrong() throws IOException {
        store.events().after(Cursor.START, Integer.MAX_VALUE).events().forEach(event -> streams.computeIfAbsent(
                        event.stream(), none -> new ArrayList<>())
                .add(event));
        StateCheck.of(store, "default").differences().forEach(each -> wrong.add(each.toString()));
        acknowledged.stream()
                .filter(lead -> !streams.containsKey(new StreamId("default", lead)))
                .forEach(lead -> wrong.add("lost " + lead));
        streams.forEach((stream, events) -> look(stream.id(), events));
        sameKeySameLead();
        recipient();
        service();
        anew();
        handedOn();
        return wrong;
    }

    private void look(String lead, List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).seq() != i + 1) {
                wrong.add("gap in " + lead);
            }
        }
        if (events.stream().noneMatch(event -> event.type().equals(EventType.FLOW_COMPLETED))) {
            wrong.add("stuck " + lead);
        }
        endsOfDeliveries(lead, events);
    }

    /** Each intent has one end. */
    private void endsOfDeliveries(String lead, List<Event> events) {
        Map<String, Integer> open = new HashMap<>();
        for (Event event : events) {
            String delivery = event.step().orElse("") + ":" + event.generation();
            if (event.type().equals(EventType.RECIPIENT_DELIVERY_ATTEMPT)) {
                open.merge(delivery, 1, Integer::sum);
            } else if (event.type().family().equals("recipient")) {
                open.merge(delivery, -1, Integer::sum);
            }
        }
        open.forEach((delivery, ends) -> {
            if (ends != 0) {
                wrong.add("intents without one end each: " + lead + ":" + delivery);
            }
        });
    }

    /** Who gets leads anew gets each under one key. */
    private void anew() throws IOException {
        Set<String> received = new HashSet<>(Files.readAllLines(folder.resolve("late")));
        received.stream().filter(key -> !key.endsWith(":late:2")).forEach(key -> wrong.add("sent anew twice: " + key));
        streams.forEach((stream, events) -> {
            boolean told = events.stream()
                    .anyMatch(event -> event.type().equals(EventType.RECIPIENT_DELIVERED)
                            && event.step().filter("late"::equals).isPresent());
            if (told != received.contains(stream.id() + ":late:2")) {
                wrong.add("not received as told: " + stream.id());
            }
        });
    }

    /** A lead whose delivery has failed after all goes to the last of those behind, under one key. */
    private void handedOn() throws IOException {
        Set<String> received = new HashSet<>(Files.readAllLines(folder.resolve("heir")));
        received.stream().filter(key -> !key.endsWith(":heir:1")).forEach(key -> wrong.add("handed on twice: " + key));
        streams.forEach((stream, events) -> {
            boolean settled = events.stream().anyMatch(event -> event.type().equals(EventType.DELIVERY_SETTLED));
            boolean told = events.stream()
                    .anyMatch(event -> event.type().equals(EventType.RECIPIENT_DELIVERED)
                            && event.step().filter("heir"::equals).isPresent());
            if (told != settled || told != received.contains(stream.id() + ":heir:1")) {
                wrong.add("not handed on: " + stream.id());
            }
        });
    }

    /** Each name is submitted twice with its key, as its caller does who got no answer. */
    private void sameKeySameLead() {
        Set<String> seen = new HashSet<>();
        streams.forEach((stream, events) -> events.get(0)
                .input()
                .map(lead -> lead.data().get("email").text())
                .filter(email -> !seen.add(email))
                .ifPresent(email -> wrong.add("a second lead for one key: " + stream.id())));
    }

    private void recipient() throws IOException {
        Set<String> received = new HashSet<>(Files.readAllLines(folder.resolve("recipient")));
        streams.keySet().stream()
                .filter(stream -> received.stream()
                                .filter(key -> key.startsWith(stream.id() + ":"))
                                .count()
                        != 1)
                .forEach(stream -> wrong.add("not received once: " + stream.id()));
        received.stream()
                .filter(key -> !streams.containsKey(new StreamId("default", key.substring(0, key.indexOf(':')))))
                .forEach(key -> wrong.add("received, and nothing is known of it: " + key));
    }

    private void service() throws IOException {
        Files.readAllLines(folder.resolve("service")).stream()
                .filter(lead -> !streams.containsKey(new StreamId("default", lead)))
                .forEach(lead -> wrong.add("asked about, and nothing is known of it: " + lead));
    }
}
