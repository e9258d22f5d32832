package dev.sluice.json;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.rules.Condition;
import dev.sluice.rules.Expression;
import dev.sluice.rules.Operator;
import dev.sluice.rules.Rule;
import dev.sluice.rules.RuleSet;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Random values, names and rules; they are well-formed, not sensible. */
class RandomValues {
    private static final String ODD = "a/~ \"\\\n\t\u0001\u2028\ud83d\ude00\ud800é{}";
    final Random random;
    private int ids;

    RandomValues(long seed) {
        this.random = new Random(seed);
    }

    LocalTime time() {
        return LocalTime.of(random.nextInt(24), random.nextInt(60));
    }

    LocalDate date() {
        return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1000));
    }

    Outcome outcome() {
        return any(Outcome.SUCCESS, Outcome.FAILURE, Outcome.ERROR);
    }

    Window window() {
        return new Window(random.nextInt(40), any(TimeUnit.values()));
    }

    Duration duration() {
        return any(
                Duration.ofSeconds(30),
                Duration.ofMillis(random.nextInt(100_000)),
                Duration.ofNanos(random.nextLong()));
    }

    RuleSet rules(int depth) {
        return new RuleSet(
                any(RuleSet.Op.values()),
                some(3, () -> condition(depth)),
                random.nextBoolean(),
                random.nextBoolean(),
                maybe(this::text),
                maybe(this::text));
    }

    Condition condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 4 : 3)) {
            case 0 -> new Expression(text());
            case 3 -> rules(depth - 1);
            default ->
                new Rule(
                        text(),
                        any(Operator.values()).canonical(),
                        random.nextBoolean() ? Value.missing() : value(1),
                        depth > 0 ? maybe(() -> rules(depth - 1)) : null,
                        maybe(this::text),
                        maybe(this::text));
        };
    }

    Value value(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 4 -> Value.list(some(3, () -> value(depth - 1)));
            case 5 -> object(depth - 1);
            default -> flat();
        };
    }

    Value flat() {
        return switch (random.nextInt(4)) {
            case 0 -> Value.bool(random.nextBoolean());
            case 1 -> Value.number(decimal());
            case 2 -> Value.text(null);
            default -> Value.text(text());
        };
    }

    Obj object(int depth) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            members.put(name(), depth > 0 ? value(depth - 1) : flat());
        }
        return Obj.of(members);
    }

    BigDecimal decimal() {
        return BigDecimal.valueOf(random.nextInt(), random.nextInt(60) - 30);
    }

    ZoneId zone() {
        return any(ZoneOffset.UTC, ZoneId.of("America/New_York"), ZoneId.of("UTC"), ZoneId.of("+05:45"));
    }

    String id() {
        return "id" + ids++;
    }

    /** Names may hold anything but half a surrogate pair. */
    String name() {
        return text().replaceAll("[\\ud800-\\udfff]", "_");
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            text.append(ODD.charAt(random.nextInt(ODD.length())));
        }
        return text.toString();
    }

    <T> List<T> some(int most, Supplier<T> make) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            list.add(make.get());
        }
        return list;
    }

    <T> T maybe(Supplier<T> make) {
        return random.nextBoolean() ? make.get() : null;
    }

    @SafeVarargs
    final <T> T any(T... all) {
        return all[random.nextInt(all.length)];
    }
}
