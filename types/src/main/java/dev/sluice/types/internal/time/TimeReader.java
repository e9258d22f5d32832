package dev.sluice.types.internal.time;

import dev.sluice.types.Parsing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Finds the first moment that a text speaks of, a day, a time of day or both, in words or numbers. */
final class TimeReader {
    private static final int LONGEST = 1000;

    private final Tokens tokens;
    private final ZonedDateTime now;
    private final Parsing parsing;

    private TimeReader(String text, Parsing parsing) {
        this.tokens = new Tokens(text);
        this.now = parsing.at().instant().atZone(parsing.at().zone());
        this.parsing = parsing;
    }

    /** The moment, or null when the text names none. */
    static @Nullable Instant read(String text, Parsing parsing) {
        Instant found = text.length() > LONGEST ? null : new TimeReader(text, parsing).find();
        return found == null || !Moments.isUsual(found) ? null : found;
    }

    private @Nullable Instant find() {
        for (int place = 0; place < tokens.size() && !tokens.isRefused(); place++) {
            tokens.moveTo(place);
            if (tokens.isAtWordStart()) {
                Instant found = moment();
                if (found != null) {
                    return tokens.isRefused() ? null : found;
                }
            }
        }
        return null;
    }

    private @Nullable Instant moment() {
        boolean tonight = tokens.next().is("tonight");
        ZonedDateTime relative = new RelativeReader(tokens, now).read();
        if (relative != null) {
            return onDay(relative.toLocalDate(), relative, tonight);
        }
        Instant shifted = shifted();
        if (shifted != null) {
            return shifted;
        }
        Day day = day();
        if (day != null) {
            return onDay(day);
        }
        return tokens.isRefused() ? null : atTime();
    }

    /** A span and what it is counted from: {@code 2 days after tomorrow}, {@code a week before March 15}. */
    private @Nullable Instant shifted() {
        int start = tokens.at();
        tokens.skipIf("the");
        Span span = tokens.next().is("day") ? SpanReader.unit(tokens) : SpanReader.read(tokens);
        boolean back = span != null && tokens.skipIf("before");
        if (span != null && (back || tokens.skipIf("after", "from"))) {
            Instant from = moment();
            if (from != null) {
                ZonedDateTime moment = from.atZone(now.getZone());
                return (back ? span.before(moment) : span.after(moment)).toInstant();
            }
        }
        tokens.moveTo(start);
        return null;
    }

    private @Nullable Day day() {
        return new DayReader(tokens, now.toLocalDate(), parsing.dateOrder()).read();
    }

    private Instant onDay(LocalDate date, ZonedDateTime otherwise, boolean tonight) {
        ClockTime time = clockBehind();
        if (time == null) {
            return otherwise.toInstant();
        }
        LocalDateTime local = time.on(date);
        return in(tonight && local.getHour() < 12 ? local.plusHours(12) : local, ZoneReader.read(tokens));
    }

    private Instant onDay(Day day) {
        ClockTime time = clockBehind();
        if (time == null) {
            return in(ClockTime.NOON.on(day.date()), null);
        }
        ZoneId zone = ZoneReader.read(tokens);
        Day exact = day.yearGiven() || !tokens.next().isYear()
                ? day
                : day.in(tokens.next().number());
        if (exact == null) {
            tokens.refuse();
            return now.toInstant();
        }
        return in(time.on(exact.date()), zone);
    }

    /** A time of day behind the day that was just read. */
    private @Nullable ClockTime clockBehind() {
        int start = tokens.at();
        tokens.skipIf(",", ":");
        boolean hour = tokens.skipIf("at", "t", "@");
        if (!hour) {
            tokens.skipIf("in", "on");
            tokens.skipIf("the");
        }
        ClockTime time = ClockReader.read(tokens, hour);
        if (time == null) {
            tokens.moveTo(start);
        }
        return time;
    }

    private @Nullable Instant atTime() {
        boolean at = tokens.skipIf("at");
        tokens.skipIf("this");
        boolean last = tokens.skipIf("last");
        ClockTime time = ClockReader.read(tokens, at);
        if (time == null) {
            return null;
        }
        ClockReader.skipEnd(tokens, time);
        ZoneId zone = ZoneReader.read(tokens);
        tokens.skipIf(",");
        tokens.skipIf("on");
        ZonedDateTime relative = new RelativeReader(tokens, now).read();
        Day day = relative == null ? day() : null;
        LocalDate date = relative != null ? relative.toLocalDate() : day != null ? day.date() : now.toLocalDate();
        return in(time.on(last ? date.minusDays(1) : date), zone);
    }

    private Instant in(LocalDateTime local, @Nullable ZoneId zone) {
        return local.atZone(zone == null ? now.getZone() : zone).toInstant();
    }
}
