package dev.sluice.types.internal.time;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads times relative to now: {@code in 3 hours}, {@code a week ago}, {@code next month}, {@code tomorrow}. */
final class RelativeReader {
    private static final int LARGEST = 1_000_000;
    private static final int WEEK = 7;
    private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
            Map.entry("second", ChronoUnit.SECONDS),
            Map.entry("sec", ChronoUnit.SECONDS),
            Map.entry("minute", ChronoUnit.MINUTES),
            Map.entry("min", ChronoUnit.MINUTES),
            Map.entry("hour", ChronoUnit.HOURS),
            Map.entry("hr", ChronoUnit.HOURS),
            Map.entry("day", ChronoUnit.DAYS),
            Map.entry("week", ChronoUnit.WEEKS),
            Map.entry("month", ChronoUnit.MONTHS),
            Map.entry("year", ChronoUnit.YEARS),
            Map.entry("yr", ChronoUnit.YEARS));
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12));

    private final Tokens tokens;
    private final ZonedDateTime now;

    RelativeReader(Tokens tokens, ZonedDateTime now) {
        this.tokens = tokens;
        this.now = now;
    }

    /** The moment at the place of the tokens, which moves behind it; null when there is none. */
    @Nullable ZonedDateTime read() {
        ZonedDateTime named = named(tokens.next().text());
        if (named != null) {
            tokens.skip(1);
            return named;
        }
        int start = tokens.at();
        ZonedDateTime moment = tokens.skipIf("in") ? shifted(true) : tokens.skipIf("next") ? unit(1) : ago();
        if (moment == null) {
            tokens.moveTo(start);
            moment = tokens.skipIf("last", "past") ? unit(-1) : tokens.skipIf("this") ? start() : null;
        }
        if (moment == null) {
            tokens.moveTo(start);
        }
        return moment;
    }

    private @Nullable ZonedDateTime named(String word) {
        return switch (word) {
            case "now", "today" -> now;
            case "tomorrow" -> now.plusDays(1);
            case "yesterday" -> now.minusDays(1);
            case "tonight" -> now.with(ClockTime.TONIGHT.time());
            default -> null;
        };
    }

    private @Nullable ZonedDateTime ago() {
        ZonedDateTime back = shifted(false);
        if (back != null && tokens.skipIf("ago")) {
            return back;
        }
        return null;
    }

    /** A number and a unit, counted forwards or backwards. */
    private @Nullable ZonedDateTime shifted(boolean forwards) {
        if (tokens.skipIf("half")) {
            tokens.skipIf("a", "an");
            boolean hour = tokens.skipIf("hour");
            return hour ? now.plusMinutes(forwards ? 30 : -30) : null;
        }
        int amount = amount();
        ChronoUnit unit = amount < 0 ? null : unit();
        return unit == null ? null : plus(forwards ? amount : -amount, unit);
    }

    private int amount() {
        Token token = tokens.next();
        Integer word = NUMBERS.get(token.text());
        int amount = word != null ? word : token.isNumber() ? token.number() : -1;
        tokens.skip(1);
        return amount > LARGEST ? -1 : amount;
    }

    private @Nullable ChronoUnit unit() {
        String word = tokens.next().text();
        ChronoUnit unit = UNITS.get(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
        if (unit != null) {
            tokens.skip(1);
        }
        return unit;
    }

    private @Nullable ZonedDateTime plus(int amount, ChronoUnit unit) {
        boolean far = unit == ChronoUnit.YEARS && Math.abs((long) amount + now.getYear()) > 9999;
        return far ? null : now.plus(amount, unit);
    }

    private @Nullable ZonedDateTime unit(int amount) {
        ChronoUnit unit = unit();
        return unit == null ? null : plus(amount, unit);
    }

    /** {@code this month}: the start of the running week, month or year, at noon. */
    private @Nullable ZonedDateTime start() {
        ChronoUnit unit = unit();
        if (unit == null) {
            return null;
        }
        ZonedDateTime noon = now.with(LocalTime.NOON);
        return switch (unit) {
            case WEEKS -> noon.minusDays(now.getDayOfWeek().getValue() % WEEK);
            case MONTHS -> noon.withDayOfMonth(1);
            case YEARS -> noon.withDayOfYear(1);
            default -> now;
        };
    }
}
