package dev.sluice.templates.internal.helper;

import dev.sluice.templates.internal.date.DatePattern;
import dev.sluice.templates.internal.date.Moments;
import dev.sluice.templates.internal.number.NumberPattern;
import dev.sluice.templates.internal.number.Numbers;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Moment;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A pattern, compiled: of dates, of numbers, or a mask for digits; which one, the pattern itself tells. */
final class Form {
    /** No pattern. */
    static final Form NONE = new Form(null, null, null);

    private static final Form ISO = new Form(null, null, null);
    private static final int MAX_LENGTH = 4_000;

    private final @Nullable DatePattern date;
    private final @Nullable NumberPattern number;
    private final @Nullable DigitMask mask;

    private Form(@Nullable DatePattern date, @Nullable NumberPattern number, @Nullable DigitMask mask) {
        this.date = date;
        this.number = number;
        this.mask = mask;
    }

    static Form of(String pattern, Locale locale) {
        if (pattern.isEmpty()) {
            return NONE;
        }
        if (pattern.equals("ISO")) {
            return ISO;
        }
        String bare = withoutWords(pattern);
        if (bare.indexOf('0') >= 0) {
            return new Form(null, NumberPattern.of(pattern, locale), null);
        }
        if (bare.indexOf('#') >= 0) {
            boolean amount = bare.indexOf(',') >= 0 || bare.indexOf('$') >= 0 || bare.indexOf('%') >= 0;
            return amount
                    ? new Form(null, NumberPattern.of(pattern, locale), null)
                    : new Form(null, null, new DigitMask(pattern));
        }
        return new Form(DatePattern.of(pattern, locale), null, null);
    }

    /** The pattern of a call. */
    static Form bind(Site site, int pattern, int locale) {
        Value text = site.constant(pattern);
        if (text == null) {
            throw site.fault("the pattern must be written in the template, not taken from the data");
        }
        if (text.text().length() > MAX_LENGTH) {
            throw site.fault("the pattern is longer than " + MAX_LENGTH + " characters");
        }
        return of(text.text(), locale(site, locale));
    }

    private static Locale locale(Site site, int slot) {
        Value name = site.constant(slot);
        Locale locale =
                name == null ? Locale.ROOT : Locale.forLanguageTag(name.text().replace('_', '-'));
        if (name != null && name.isMissing()) {
            return Locale.ENGLISH;
        }
        if (locale.getLanguage().isEmpty()) {
            throw site.fault("the locale is a language such as en-US, written in the template");
        }
        return locale;
    }

    /** The pattern without words in brackets, which say nothing about its kind. */
    private static String withoutWords(String pattern) {
        StringBuilder bare = new StringBuilder();
        int from = 0;
        for (int open = pattern.indexOf('['); open >= 0; open = pattern.indexOf('[', from)) {
            int close = pattern.indexOf(']', open);
            if (close < 0) {
                break;
            }
            boolean digits = pattern.substring(open + 1, close).chars().allMatch(c -> c == '0' || c == '.');
            bare.append(pattern, from, digits ? close + 1 : open);
            from = close + 1;
        }
        return bare.append(pattern, from, pattern.length()).toString();
    }

    boolean isOfDates() {
        return date != null || this == ISO;
    }

    /** A value that is no date in this form; missing when it does not fit. */
    Value value(Value value) {
        if (mask != null) {
            return new Text(mask.fill(Values.text(value)));
        }
        BigDecimal amount = Numbers.of(value);
        return amount == null ? Missing.MISSING : number(amount);
    }

    Value number(BigDecimal amount) {
        return number == null ? Value.number(amount) : new Text(number.format(amount));
    }

    /** A moment in this form. */
    Value moment(ZonedDateTime moment, Value original, At at) {
        if (date != null) {
            return new Text(date.format(moment));
        }
        boolean isDay = Moments.isDay(original, at) && moment.toLocalTime().toSecondOfDay() == 0;
        return isDay ? dayOf(moment) : Moment.of(moment.toInstant());
    }

    private static Value dayOf(ZonedDateTime moment) {
        return Moment.of(moment.toLocalDate());
    }
}
