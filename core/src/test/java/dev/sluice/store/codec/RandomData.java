package dev.sluice.store.codec;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.StreamId;
import dev.sluice.types.FieldType;
import dev.sluice.types.Lead;
import dev.sluice.types.Missing;
import dev.sluice.types.Moment;
import dev.sluice.types.Null;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values, scopes and streams of events from a seed: everything that the model allows, the odd things more often. */
final class RandomData {
    private static final String[] NAMES = {
        "email", "phone_1", "a", "$", "$at", "$$num", "", "naïve", "with space", "日本", "a.b", "\u0000", "\ud800"
    };
    private static final String[] TEXTS = {
        "",
        " ",
        "plain",
        "\"quoted\\\"",
        "line\nbreak\ttab",
        "\u0000\u001f\u007f",
        "é ü ß",
        "日本語",
        "😀👍🏽",
        "\ud800",
        "a\udc00b",
        "\ufdd0",
        "\ud800\ud800\udc00",
        "{\"$\":1}"
    };
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "1",
        "1.0",
        "1.50",
        "01",
        "1e5",
        "1E+5",
        "-12.340",
        "12345678901234567890.123456789",
        "0.000",
        "1,5",
        "+7"
    };

    private final Random random;
    private final List<FieldType> types;

    RandomData(long seed) {
        this.random = new Random(seed);
        this.types = List.of(new SampleType("sample", Shape.of("area", "$x")), new SampleType("plain", Shape.EMPTY));
    }

    Value value(int depth) {
        List<Supplier<Value>> kinds = List.of(
                () -> Null.NULL,
                () -> new Text(pick(TEXTS)),
                () -> new Text(text()),
                this::number,
                () -> Value.bool(random.nextBoolean()),
                this::moment,
                () -> depth > 3 ? Null.NULL : typed(depth + 1),
                () -> depth > 3 ? Obj.EMPTY : object(depth + 1),
                () -> depth > 3 ? Value.list(List.of()) : array(depth + 1));
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private Value number() {
        return switch (random.nextInt(4)) {
            case 0 -> Num.of(random.nextLong());
            case 1 -> Num.of(new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(60) - 30));
            case 2 -> Num.of(random.nextInt(2000));
            default -> spelled(pick(NUMBERS));
        };
    }

    private static Value spelled(String text) {
        return Num.spelled(new BigDecimal(text.replace(',', '.')), text);
    }

    private Value moment() {
        return switch (random.nextInt(4)) {
            case 0 -> Moment.of(LocalDate.ofEpochDay(random.nextInt(40_000)));
            case 1 -> Moment.of(LocalDate.of(random.nextInt(20_000) - 9_999, 2, 28));
            case 2 -> Moment.of(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)));
            default -> Moment.of(Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt()));
        };
    }

    private Typed typed(int depth) {
        FieldType type = types.get(random.nextInt(types.size()));
        Value raw = value(depth);
        Value normal = random.nextInt(3) == 0 ? raw : random.nextInt(8) == 0 ? Missing.MISSING : value(depth);
        Value[] parts = new Value[type.parts().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = random.nextBoolean() ? Missing.MISSING : value(depth);
        }
        Typed typed = random.nextBoolean()
                ? Typed.valid(type, raw, normal, parts)
                : Typed.invalid(type, raw, normal, new Problem("bad", "Not good."), parts);
        return random.nextInt(10) == 0 ? typed.masked(raw, normal, parts) : typed;
    }

    Obj object(int depth) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            members.put(pick(NAMES), random.nextInt(8) == 0 ? Missing.MISSING : value(depth));
        }
        return Obj.of(members);
    }

    private Value array(int depth) {
        List<Value> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(random.nextInt(8) == 0 ? Missing.MISSING : value(depth));
        }
        return Value.list(elements);
    }

    /** A stream in which each snapshot changes a little, and now and then an event is stored in full. */
    List<Event> stream(StreamId id) {
        List<Event> events = new ArrayList<>();
        Scope before = null;
        Scope now = scope(Scope.EMPTY);
        Event.Context context = context();
        for (int seq = 1; seq <= 8; seq++) {
            boolean full = before == null || random.nextInt(4) == 0;
            events.add(event(id, seq, context, now, full ? null : before));
            before = now;
            now = random.nextInt(4) == 0 ? now : scope(now);
            context = random.nextInt(4) == 0 ? context() : context;
        }
        return events;
    }

    private Scope scope(Scope from) {
        Scope scope = from;
        for (int i = random.nextInt(4); i > 0; i--) {
            Section section = Section.values()[random.nextInt(Section.values().length)];
            Obj old = scope.section(section);
            scope = switch (random.nextInt(3)) {
                case 0 -> scope.with(section, object(0));
                case 1 -> scope.with(section, old.with(pick(NAMES), value(0)));
                default -> scope.with(section, old.with(pick(NAMES), Missing.MISSING));
            };
        }
        return scope;
    }

    private Event.Context context() {
        return new Event.Context(
                pick(TEXTS), random.nextInt(100), pick(TEXTS), pick(TEXTS), random.nextBoolean(), pick(TEXTS));
    }

    private Event event(StreamId id, long seq, Event.Context context, Scope now, @Nullable Scope before) {
        return Event.of(id, seq, EventType.named(random.nextBoolean() ? "filter.passed" : "future.type"), instant())
                .context(context)
                .step(maybe(pick(TEXTS)))
                .entity(maybe(text()))
                .generation(random.nextInt(3))
                .attempt(random.nextInt(3))
                .outcome(maybe(Outcome.values()[random.nextInt(Outcome.values().length)]))
                .reason(maybe(pick(TEXTS)))
                .cost(maybe(new BigDecimal("25.00")))
                .revenue(maybe(
                        new BigDecimal(new BigInteger(random.nextInt(90), random), random.nextInt(40) - 20).negate()))
                .durationMs(random.nextInt(100))
                .next(maybe(pick(TEXTS)))
                .snapshot(now, before)
                .facts(object(0))
                .detail(object(0))
                .input(maybe(lead()))
                .build();
    }

    Lead lead() {
        Lead lead = Lead.from(pick(TEXTS));
        for (String name : NAMES) {
            lead = random.nextBoolean() ? lead : lead.with(name, random.nextInt(9) == 0 ? Missing.MISSING : value(0));
        }
        lead = random.nextBoolean() ? lead : lead.submittedAt(instant().plusNanos(17));
        lead = random.nextBoolean() ? lead : lead.detail("$ip", value(0));
        return random.nextBoolean() ? lead : lead.test();
    }

    private Instant instant() {
        return Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt());
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? null : value;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(pick(TEXTS));
        }
        return text.toString();
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private record SampleType(String name, Shape parts) implements FieldType {
        @Override
        public Typed parse(Value input, Parsing parsing) {
            throw new AssertionError("stored values are never parsed");
        }

        @Override
        public Set<String> operators() {
            return Set.of();
        }
    }
}
