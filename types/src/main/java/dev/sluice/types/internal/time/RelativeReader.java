package dev.sluice.types.internal.time;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Reads times relative to now: {@code in 3 hours}, {@code a week ago}, {@code next month}, {@code tomorrow}. */
final class RelativeReader {
    private static final int WEEK = 7;

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
        ZonedDateTime moment = ahead();
        if (moment == null) {
            tokens.moveTo(start);
            moment = byWord();
        }
        if (moment == null) {
            tokens.moveTo(start);
            moment = behind();
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

    /** {@code in 3 hours}, {@code +2 days}, {@code -1 week}. */
    private @Nullable ZonedDateTime ahead() {
        boolean in = tokens.skipIf("in", "within");
        if (in) {
            tokens.skipIf("about", "around");
        }
        boolean back =
                tokens.next().is("-") && tokens.isTight(1) && tokens.ahead(1).isNumber();
        boolean signed = back || (tokens.next().is("+") && tokens.ahead(1).isNumber());
        if (!in && !signed) {
            return null;
        }
        tokens.skip(signed ? 1 : 0);
        Span span = SpanReader.read(tokens);
        return span == null ? null : back ? span.before(now) : span.after(now);
    }

    /** {@code next month}, {@code last 3 days}, {@code this year}. */
    private @Nullable ZonedDateTime byWord() {
        if (tokens.skipIf("this")) {
            return start();
        }
        boolean next = tokens.skipIf("next");
        if (!next && !tokens.skipIf("last", "past")) {
            return null;
        }
        Span unit = SpanReader.unit(tokens);
        Span span = unit == null ? SpanReader.read(tokens) : unit;
        return span == null ? null : next ? span.after(now) : span.before(now);
    }

    /** {@code 3 hours ago}, {@code 2 days later}. */
    private @Nullable ZonedDateTime behind() {
        Span span = SpanReader.read(tokens);
        if (span == null) {
            return null;
        }
        if (tokens.skipIf("ago", "earlier", "back")) {
            return span.before(now);
        }
        return tokens.skipIf("later", "hence") ? span.after(now) : null;
    }

    /** {@code this month}: the start of the running week, month or year, at noon. */
    private @Nullable ZonedDateTime start() {
        ZonedDateTime noon = now.with(LocalTime.NOON);
        String unit = tokens.next().text();
        ZonedDateTime start =
                switch (unit) {
                    case "week" -> noon.minusDays(now.getDayOfWeek().getValue() % WEEK);
                    case "month" -> noon.withDayOfMonth(1);
                    case "year" -> noon.withDayOfYear(1);
                    case "day", "hour", "minute", "second" -> now;
                    default -> null;
                };
        tokens.skip(start == null ? 0 : 1);
        return start;
    }
}
