package dev.sluice.export.firehose;

import dev.sluice.event.Event;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Which files the events of a batch are put into. Folders and names follow from the batch alone. Times are UTC. */
public enum FileLayout {
    /** A file for each batch: {@code events-2024-01-15-14-30-45-lake-000000001.ndjson}, of the first event's moment. */
    BATCHES {
        @Override
        List<Part> parts(SinkBatch batch) {
            return List.of(new Part("", fileName(batch, batch.events()), batch.events()));
        }
    },
    /** The same by flow and hour, in folders {@code flow=solar/year=2024/month=01/day=15/hour=14}. */
    PARTITIONED {
        @Override
        List<Part> parts(SinkBatch batch) {
            return grouped(batch, FileLayout::partition).entrySet().stream()
                    .map(group -> new Part(group.getKey(), fileName(batch, group.getValue()), group.getValue()))
                    .toList();
        }
    },
    /** A file for each event, in a folder for each lead: {@code lead_1/evt_lead_1_4.json}. */
    OBJECTS {
        @Override
        List<Part> parts(SinkBatch batch) {
            return batch.events().stream()
                    .map(event -> new Part(safe(event.leadId()), safe(event.id()), List.of(event)))
                    .toList();
        }
    };

    private static final DateTimeFormatter NAME = format("'events'-uuuu-MM-dd-HH-mm-ss-");
    private static final DateTimeFormatter FOLDER = format("'year='uuuu'/month='MM'/day='dd'/hour='HH");

    /**
     * One file.
     *
     * @param folder below the transport's; empty for that one itself
     * @param name without what says its format
     */
    record Part(String folder, String name, List<Event> events) {}

    abstract List<Part> parts(SinkBatch batch);

    private static String fileName(SinkBatch batch, List<Event> events) {
        return NAME.format(events.get(0).at()) + batch.id();
    }

    private static String partition(Event event) {
        Instant at = event.at();
        return "flow=" + safe(event.context().flow()) + "/" + FOLDER.format(at);
    }

    private static Map<String, List<Event>> grouped(SinkBatch batch, Function<Event, String> by) {
        Map<String, List<Event>> groups = new LinkedHashMap<>();
        batch.events().forEach(event -> groups.computeIfAbsent(by.apply(event), key -> new ArrayList<>())
                .add(event));
        return groups;
    }

    /** Ids come from anybody: what is no plain letter or digit stands as its number, so that two never become one. */
    private static String safe(String id) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
            out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "~%04x", (int) c));
        }
        return out.isEmpty() ? "~" : out.toString();
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
