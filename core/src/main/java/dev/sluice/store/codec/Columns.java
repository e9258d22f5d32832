package dev.sluice.store.codec;

import dev.sluice.event.Event;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is searched: plain text that every database can hold, numbers as digits. What such a column cannot hold exactly
 * stands once more, exact, in the event's body.
 */
final class Columns {
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<String, String> exact = new LinkedHashMap<>();

    private Columns() {}

    static Columns of(Event event) {
        Columns row = new Columns();
        row.text("type", event.type().text());
        row.number("at", event.at().toEpochMilli());
        row.number("v", Event.VERSION);
        row.context(event.context());
        event.step().ifPresent(step -> row.text("step", step));
        event.entity().ifPresent(entity -> row.text("entity", entity));
        row.unlessZero("generation", event.generation());
        row.unlessZero("attempt", event.attempt());
        event.outcome().ifPresent(outcome -> row.text("outcome", outcome.text()));
        event.reason().ifPresent(reason -> row.text("reason", reason));
        event.cost().ifPresent(cost -> row.money("cost", cost));
        event.revenue().ifPresent(revenue -> row.money("revenue", revenue));
        row.unlessZero("duration_ms", event.durationMs());
        return row;
    }

    private void context(Event.Context context) {
        text("flow", context.flow());
        number("rev", context.revision());
        text("source", context.source());
        if (context.test()) {
            number("test", 1);
        }
    }

    private void text(String name, String text) {
        String clean = storable(text);
        columns.put(name, clean);
        if (!clean.equals(text)) {
            exact.put(name, text);
        }
    }

    private void number(String name, long number) {
        columns.put(name, Long.toString(number));
    }

    private void unlessZero(String name, long number) {
        if (number != 0) {
            number(name, number);
        }
    }

    private void money(String name, BigDecimal amount) {
        Optional<String> millionths = Money.millionths(amount);
        millionths.ifPresent(units -> columns.put(name, units));
        if (millionths.map(Money::amount).filter(amount::equals).isEmpty()) {
            exact.put(name, amount.toString());
        }
    }

    Map<String, String> columns() {
        return columns;
    }

    Map<String, String> exact() {
        return exact;
    }

    static @Nullable BigDecimal amount(String name, Map<String, String> columns, Map<String, String> exact) {
        String spelled = exact.get(name);
        String millionths = columns.get(name);
        if (spelled != null) {
            return new BigDecimal(spelled);
        }
        return millionths == null ? null : Money.amount(millionths);
    }

    /** Without NUL and halves of surrogate pairs, which some databases refuse and others change. */
    private static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            out.appendCodePoint(c == 0 || half ? 0xFFFD : c);
        });
        return out.toString();
    }
}
