package dev.sluice.benchmarks;

import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Parsing;
import dev.sluice.types.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The flow of the submit benchmark, written by hand as most would write it: the data by their names in a map, of which each
 * of eight events has a copy. {@link PlainFlow} is the least that the job can be made of. Like it, this explains no
 * decision, hashes no personal value and keeps no event.
 */
final class NamedFlow {
    private static final long WINDOW_MILLIS = 30L * 24 * 60 * 60 * 1000;

    private final Map<String, FieldType> types = new LinkedHashMap<>();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Map<YearMonth, AtomicLong> counts = new ConcurrentHashMap<>();

    NamedFlow() {
        FieldTypes standard = FieldTypes.standard();
        for (int i = 0; i < PlainFlow.NAMES.length; i++) {
            types.put(PlainFlow.NAMES[i], standard.named(PlainFlow.TYPES[i]).orElseThrow());
        }
    }

    /** What became of a lead, and how. */
    record Answer(String outcome, @Nullable String reason, BigDecimal price, String body, List<Event> events) {}

    record Event(
            String type,
            Instant at,
            String outcome,
            @Nullable String reason,
            Map<String, Object> data) {}

    Answer submit(String id, Map<String, String> raw) {
        List<Event> events = new ArrayList<>();
        Map<String, Object> data = new LinkedHashMap<>(raw);
        tell(events, "source.submitted", data, null);
        parse(data);
        String refusal = refusal(data);
        tell(events, "source.judged", data, refusal);
        if (refusal == null) {
            refusal = seenBefore(data) ? "Duplicate" : null;
            tell(events, "source.compared", data, refusal);
        }
        if (refusal == null) {
            refusal = isFull() ? "Cap reached" : null;
            data.put("price", new BigDecimal("12.50"));
            tell(events, refusal == null ? "source.accepted" : "source.rejected", data, refusal);
        }
        return refusal == null ? route(id, data, events) : new Answer("failure", refusal, BigDecimal.ZERO, "", events);
    }

    private Answer route(String id, Map<String, Object> data, List<Event> events) {
        String stopped = isTollFree(data) ? "Toll-free number" : null;
        tell(events, stopped == null ? "filter.passed" : "filter.failed", data, stopped);
        if (stopped == null) {
            stopped = PlainFlow.isTrue(value(data, "homeowner")) ? null : "No owner";
            tell(events, stopped == null ? "filter.passed" : "filter.failed", data, stopped);
        }
        String body = "";
        if (stopped == null) {
            body = body(id, data);
            data.put("buyer", "success");
            tell(events, "recipient.delivered", data, null);
        }
        tell(events, "flow.completed", data, stopped);
        return new Answer(stopped == null ? "success" : "failure", stopped, new BigDecimal("12.50"), body, events);
    }

    private static void tell(List<Event> events, String type, Map<String, Object> data, @Nullable String reason) {
        String outcome = reason == null ? "success" : "failure";
        events.add(new Event(type, Instant.now(), outcome, reason, new LinkedHashMap<>(data)));
    }

    private void parse(Map<String, Object> data) {
        Parsing parsing = Parsing.at(At.utc(Instant.now()));
        types.forEach((name, type) -> data.put(name, type.parse(new Text((String) value(data, name)), parsing)));
    }

    private static Object value(Map<String, Object> data, String name) {
        return data.getOrDefault(name, "");
    }

    private static @Nullable String refusal(Map<String, Object> data) {
        return PlainFlow.refusal(
                value(data, "first_name"),
                value(data, "email"),
                value(data, "phone_1"),
                value(data, "state"),
                value(data, "loan_amount"),
                value(data, "consent"));
    }

    private boolean seenBefore(Map<String, Object> data) {
        String key = PlainFlow.text(value(data, "email")) + '|' + PlainFlow.text(value(data, "phone_1"));
        long now = System.currentTimeMillis();
        Long before = seen.put(key, now);
        return before != null && now - before < WINDOW_MILLIS;
    }

    private boolean isFull() {
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        return counts.computeIfAbsent(month, none -> new AtomicLong()).incrementAndGet() < 0;
    }

    private static boolean isTollFree(Map<String, Object> data) {
        String phone = PlainFlow.text(value(data, "phone_1"));
        return List.of("800", "888", "877").contains(phone.substring(0, Math.min(3, phone.length())));
    }

    private static String body(String id, Map<String, Object> data) {
        return "{\"contact\":{\"email\":\"" + PlainFlow.text(value(data, "email"))
                + "\",\"phone\":\"" + PlainFlow.text(value(data, "phone_1"))
                + "\",\"name\":\"" + PlainFlow.text(value(data, "first_name"))
                + ' ' + PlainFlow.text(value(data, "last_name"))
                + "\"},\"loan\":{\"amount\":" + PlainFlow.number(value(data, "loan_amount"))
                + ",\"state\":\"" + PlainFlow.state(value(data, "state"))
                + "\"},\"id\":\"" + id + "\"}";
    }

    void forget() {
        seen.clear();
    }
}
