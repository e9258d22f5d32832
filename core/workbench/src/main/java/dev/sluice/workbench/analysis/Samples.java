package dev.sluice.workbench.analysis;

import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values to try comparisons with: those that the comparisons name, those just beside and between, and some that none of
 * them names. Whatever a lead brings, some sample is answered as it would be.
 */
final class Samples {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern DIVIDER =
            Pattern.compile("\\s*,\\s*|\\s+to\\s+|\\s+and\\s+|\\.\\.|(?<=\\d)\\s*-\\s*(?=\\d)");
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.EPOCH));
    private static final Problem UNKNOWN = new Problem("sample", "a sample");
    private static final String NAMELESS = "zq-none-of-these";

    private final Datum datum;
    private final Set<Value> named = new LinkedHashSet<>();
    private final Set<Value> others = new LinkedHashSet<>();
    private final Set<BigDecimal> numbers = new TreeSet<>();

    private Samples(Datum datum) {
        this.datum = datum;
    }

    /**
     * Samples for comparisons of one datum.
     *
     * @param named values whose every comparison can be answered
     * @param others values that stand for many: what looks inside them may be answered either way
     */
    record Taken(Set<Value> named, Set<Value> others) {}

    static Taken of(Datum datum, List<Comparison> comparisons) {
        Samples samples = new Samples(datum);
        comparisons.forEach(comparison -> samples.constants(comparison.right()));
        samples.numbers();
        samples.common();
        if (!datum.isSingle()) {
            samples.lists();
        }
        return new Taken(samples.named, samples.others);
    }

    private void constants(Value right) {
        if (right instanceof Arr arr) {
            arr.forEach(this::constants);
        } else if (right instanceof Num num) {
            numbers.add(num.value());
        } else if (!right.isAbsent() && !(right instanceof Obj)) {
            text(right.text());
        }
    }

    private void text(String text) {
        add(named, Value.text(text));
        for (String part : DIVIDER.split(text)) {
            add(named, Value.text(part.trim()));
        }
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            BigDecimal value = new BigDecimal(number.group());
            numbers.add(value);
            numbers.add(value.negate());
            besides(number.group());
        }
    }

    /** Codes such as {@code 07001} are compared by their digits. */
    private void besides(String digits) {
        if (digits.length() < 19 && digits.chars().allMatch(Character::isDigit)) {
            long number = Long.parseLong(digits);
            for (long near = Math.max(0, number - 1); near <= number + 1; near++) {
                add(others, Value.text(String.format("%0" + digits.length() + "d", near)));
            }
        }
    }

    private void numbers() {
        BigDecimal before = null;
        for (BigDecimal number : List.copyOf(numbers)) {
            quantity(named, number);
            quantity(others, before == null ? number.subtract(BigDecimal.ONE) : middle(before, number));
            before = number;
        }
        quantity(others, before == null ? BigDecimal.ZERO : before.add(BigDecimal.ONE));
    }

    private static BigDecimal middle(BigDecimal one, BigDecimal other) {
        return one.add(other).multiply(new BigDecimal("0.5"));
    }

    private void quantity(Set<Value> where, BigDecimal number) {
        add(where, Value.number(number));
        add(where, Value.text(number.toPlainString()));
        add(where, Value.text(number.toPlainString() + "+"));
    }

    private void common() {
        named.add(Value.missing());
        named.add(Value.text(null));
        named.add(Value.text(""));
        add(named, Value.bool(true));
        add(named, Value.bool(false));
        add(named, Value.text("true"));
        add(named, Value.text("false"));
        add(others, Value.text(NAMELESS));
    }

    /** Lists fulfil what each of their elements fulfils alone. */
    private void lists() {
        List<Value> all = new ArrayList<>(named);
        all.removeIf(Value::isBlank);
        for (int i = 0; i < all.size(); i++) {
            for (int j = i; j < all.size(); j++) {
                others.add(Value.list(List.of(all.get(i), all.get(j))));
            }
            others.add(Value.list(List.of(all.get(i), Value.text(NAMELESS))));
        }
        others.add(Value.list(all));
        named.add(Value.list(List.of()));
    }

    /** As the field reads it, taken for valid and for not. */
    private void add(Set<Value> where, Value value) {
        FieldType type = datum.type().orElse(null);
        if (type == null || value.isBlank()) {
            where.add(value);
            return;
        }
        Typed typed = type.parse(value, PARSING);
        where.add(typed);
        others.add(Typed.valid(type, value, typed.normal()));
        others.add(Typed.invalid(type, value, typed.normal(), UNKNOWN));
    }
}
