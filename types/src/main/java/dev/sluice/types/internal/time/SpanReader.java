package dev.sluice.types.internal.time;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a span of time: {@code 3 hours}, {@code a couple of days}, {@code 1h30m}, {@code 2 days and 6 hours}, {@code half an hour}. */
final class SpanReader {
    private static final int LARGEST = 1_000_000;
    private static final int MOST_DECIMALS = 3;
    private static final int FIRST_TENS = 20;
    private static final Map<String, Span> UNITS = new HashMap<>();
    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        unit(ChronoUnit.SECONDS, "second sec s");
        unit(ChronoUnit.MINUTES, "minute min m");
        unit(ChronoUnit.HOURS, "hour hr h");
        unit(ChronoUnit.DAYS, "day d");
        unit(ChronoUnit.WEEKS, "week wk w");
        unit(ChronoUnit.MONTHS, "month mo");
        unit(ChronoUnit.YEARS, "year yr y");
        UNITS.put("quarter", Span.quarter());
        numbers(
                1,
                1,
                "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                        + "seventeen eighteen nineteen");
        numbers(FIRST_TENS, 10, "twenty thirty forty fifty sixty seventy eighty ninety");
        NUMBERS.putAll(Map.of("a", 1, "an", 1, "couple", 2, "few", 3, "several", 7));
    }

    private final Tokens tokens;

    private SpanReader(Tokens tokens) {
        this.tokens = tokens;
    }

    private static void unit(ChronoUnit unit, String names) {
        for (String name : names.split(" ")) {
            UNITS.put(name, Span.of(unit));
        }
    }

    private static void numbers(int first, int step, String names) {
        int number = first;
        for (String name : names.split(" ")) {
            NUMBERS.put(name, number);
            number += step;
        }
    }

    /** The span at the place of {@code tokens}, which moves behind it; null when there is none. */
    static @Nullable Span read(Tokens tokens) {
        SpanReader reader = new SpanReader(tokens);
        Span first = reader.part();
        return first == null ? null : reader.more(first);
    }

    /** What is said so far and the parts behind it. */
    private Span more(Span first) {
        Span all = first;
        while (true) {
            int behind = tokens.at();
            tokens.skipIf(",");
            tokens.skipIf("and");
            Span next = part();
            if (next == null) {
                tokens.moveTo(behind);
                return all;
            }
            all = all.plus(next);
        }
    }

    /** A unit alone, {@code week}; null when there is none. */
    static @Nullable Span unit(Tokens tokens) {
        return new SpanReader(tokens).unit();
    }

    private @Nullable Span part() {
        int start = tokens.at();
        Span span = tokens.skipIf("half") ? half() : counted();
        if (span == null) {
            tokens.moveTo(start);
        }
        return span;
    }

    private @Nullable Span half() {
        tokens.skipIf("a", "an");
        Span unit = unit();
        return unit == null ? null : unit.part(1, 2);
    }

    private @Nullable Span counted() {
        int count = count();
        int decimals = count < 0 ? -1 : decimals();
        if (count < 0) {
            return null;
        }
        tokens.skipIf("of");
        Span unit = unit();
        if (unit == null) {
            return null;
        }
        Span whole = unit.times(count);
        Span rest = decimals < 0 ? null : unit.part(decimals, 1000);
        if (decimals >= 0 && rest == null) {
            tokens.refuse();
        }
        return rest == null ? whole : whole.plus(rest);
    }

    private int count() {
        Token token = tokens.next();
        if (token.isNumber()) {
            tokens.skip(1);
            return token.number() > LARGEST ? -1 : token.number();
        }
        tokens.skipIf("a");
        Integer word = NUMBERS.get(tokens.next().text());
        if (word == null) {
            return token.is("a") ? 1 : -1;
        }
        tokens.skip(1);
        return word >= FIRST_TENS ? word + ones() : word;
    }

    /** The ones behind {@code twenty}, 0 when there are none. */
    private int ones() {
        int start = tokens.at();
        tokens.skipIf("-");
        Integer word = NUMBERS.get(tokens.next().text());
        if (word == null || word >= 10 || tokens.next().text().length() < 3) {
            tokens.moveTo(start);
            return 0;
        }
        tokens.skip(1);
        return word;
    }

    /** What stands behind a decimal point, in thousandths; -1 when there is no point. */
    private int decimals() {
        Token digits = tokens.ahead(1);
        boolean point = tokens.next().is(".") && tokens.isTight(0) && tokens.isTight(1);
        if (!point || !digits.isNumber() || digits.text().length() > MOST_DECIMALS) {
            return -1;
        }
        tokens.skip(2);
        return Integer.parseInt((digits.text() + "00").substring(0, MOST_DECIMALS));
    }

    /** A letter alone is a unit only directly behind its number. */
    private @Nullable Span unit() {
        String word = tokens.next().text();
        Span unit = UNITS.get(word);
        if (unit == null && word.length() > 2 && word.endsWith("s")) {
            unit = UNITS.get(word.substring(0, word.length() - 1));
        }
        if (unit == null
                || (word.length() == 1
                        && !(tokens.isTight(0) && tokens.ahead(-1).isNumber()))) {
            return null;
        }
        tokens.skip(1);
        return unit;
    }
}
