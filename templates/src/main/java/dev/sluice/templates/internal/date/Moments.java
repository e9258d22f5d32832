package dev.sluice.templates.internal.date;

import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Moment;
import dev.sluice.types.Num;
import dev.sluice.types.Parsing;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Reads moments out of values: days, instants, ISO text, epoch numbers, and whatever the date and time types understand. */
public final class Moments {
    private static final BigDecimal FARTHEST = new BigDecimal("8640000000000000");

    private Moments() {}

    /** The moment, or null when the value is none. */
    public static @Nullable Moment read(Value value, At at) {
        Value plain = value.plain();
        if (plain instanceof Moment moment) {
            return moment;
        }
        if (plain instanceof Num number) {
            return epochMillis(number.value());
        }
        return plain instanceof Text text ? read(text.value(), at) : null;
    }

    /** The moment in {@code zone}; a day begins there, whatever zone it was meant in. */
    public static @Nullable ZonedDateTime in(ZoneId zone, Value value, At at) {
        Moment moment = read(value, at);
        if (moment == null) {
            return null;
        }
        return moment.day().map(day -> day.atStartOfDay(zone)).orElseGet(() -> moment.instantIn(zone)
                .atZone(zone));
    }

    /** Whether the value is a day without a time of day. */
    public static boolean isDay(Value value, At at) {
        Moment moment = read(value, at);
        return moment != null && moment.isDay();
    }

    /** The zone called {@code name}, also by an abbreviation; null when there is none. */
    public static @Nullable ZoneId zone(String name) {
        try {
            return ZoneId.of(name, ZoneId.SHORT_IDS);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Moment epochMillis(BigDecimal millis) {
        return millis.abs().compareTo(FARTHEST) > 0 ? null : Moment.of(Instant.ofEpochMilli(millis.longValue()));
    }

    private static @Nullable Moment read(String text, At at) {
        String trimmed = text.strip();
        if (isDigits(trimmed) && (trimmed.length() == 10 || trimmed.length() == 13)) {
            return epochMillis(new BigDecimal(trimmed.length() == 10 ? trimmed + "000" : trimmed));
        }
        LocalDate day = IsoText.day(trimmed);
        if (day != null) {
            return Moment.of(day);
        }
        Instant instant = IsoText.instant(trimmed, at.zone());
        return instant != null ? Moment.of(instant) : byType(trimmed, at);
    }

    private static @Nullable Moment byType(String text, At at) {
        FieldType first = text.indexOf(':') >= 0 ? FieldTypes.TIME : FieldTypes.DATE;
        Moment moment = byType(first, text, at);
        return moment == null && first == FieldTypes.DATE ? byType(FieldTypes.TIME, text, at) : moment;
    }

    private static @Nullable Moment byType(FieldType type, String text, At at) {
        Typed typed = text.isEmpty() ? null : type.parse(new Text(text), Parsing.at(at));
        return typed != null && typed.valid() && typed.normal() instanceof Moment moment ? moment : null;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
