package dev.sluice.rules.internal.check;

import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Moment;
import dev.sluice.types.Parsing;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Days and instants as rules compare them: as instants, a day beginning at its start in the zone of the moment. */
final class Moments {
    private static final int MAX_LENGTH = 64;

    private Moments() {}

    /** True for a moment and for the value of a date or time field. */
    static boolean isTemporal(Value value) {
        return value instanceof Moment || (value instanceof Typed typed && isTemporal(typed.type()));
    }

    static boolean isTemporal(FieldType type) {
        return switch (type.name()) {
            case "date", "dob", "time" -> true;
            default -> false;
        };
    }

    /** The moment that {@code plain} is, or that its ISO text names; null for anything else. */
    static @Nullable Moment iso(Value plain, At at) {
        if (plain instanceof Moment moment) {
            return moment;
        }
        return plain instanceof Text text ? iso(text.value().trim(), at) : null;
    }

    /** The moment that {@code plain} is or names in any form that date and time fields read; null for anything else. */
    static @Nullable Moment read(Value plain, At at) {
        Moment iso = iso(plain, at);
        if (iso != null
                || !(plain instanceof Text text)
                || text.isBlank()
                || text.value().length() > MAX_LENGTH) {
            return iso;
        }
        Parsing parsing = Parsing.at(at);
        Typed day = FieldTypes.DATE.parse(text, parsing);
        Typed found = day.valid() ? day : FieldTypes.TIME.parse(text, parsing);
        return found.valid() && found.normal() instanceof Moment moment ? moment : null;
    }

    /** The moment that ISO text names, in the zone of {@code at} where it names none. */
    static @Nullable Moment iso(String text, At at) {
        if (!looksIso(text)) {
            return null;
        }
        try {
            if (text.length() == 10) {
                return Moment.of(LocalDate.parse(text));
            }
            String joined = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
            return Moment.of(zoned(joined) ? OffsetDateTime.parse(joined).toInstant() : local(joined, at));
        } catch (DateTimeException noMoment) {
            return null;
        }
    }

    private static Instant local(String text, At at) {
        return LocalDateTime.parse(text).atZone(at.zone()).toInstant();
    }

    private static boolean zoned(String text) {
        char last = text.charAt(text.length() - 1);
        return last == 'Z' || last == 'z' || text.indexOf('+', 10) > 0 || text.indexOf('-', 10) > 0;
    }

    private static boolean looksIso(String text) {
        if (text.length() < 10 || text.length() > MAX_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        char behind = text.length() == 10 ? 'T' : text.charAt(10);
        return Character.isDigit(text.charAt(0)) && (behind == 'T' || behind == ' ');
    }

    static int compare(Moment left, Moment right, At at) {
        return left.instantIn(at.zone()).compareTo(right.instantIn(at.zone()));
    }
}
