package dev.sluice.types.internal.time;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import dev.sluice.types.internal.InputText;
import dev.sluice.types.internal.Operators;
import java.util.Set;

/** A day. */
public final class DateType implements FieldType {
    private static final Shape PARTS = Shape.of("day_of_week", "age_days", "age_hours", "hour");
    private static final Set<String> OPERATORS =
            Operators.of(Operators.EQUALITY, Operators.ORDER, Operators.BLANK, Operators.FORMAT, Operators.BETWEEN);
    private static final Problem PROBLEM = new Problem("not_a_date", "this is no date");

    @Override
    public String name() {
        return "date";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        java.util.regex.Matcher iso =
                java.util.regex.Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)").matcher(raw.value());
        java.util.regex.Matcher us = java.util.regex.Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})")
                .matcher(raw.value());
        boolean isIso = iso.matches();
        if (isIso || us.matches()) {
            int y = Integer.parseInt(isIso ? iso.group(1) : us.group(3));
            int m = Integer.parseInt(isIso ? iso.group(2) : us.group(1));
            int d = Integer.parseInt(isIso ? iso.group(3) : us.group(2));
            if (m >= 1 && m <= 12 && d >= 1 && d <= java.time.YearMonth.of(y, m).lengthOfMonth()) {
                java.time.LocalDate day = java.time.LocalDate.of(y, m, d);
                return Typed.valid(this, input, dev.sluice.types.Moment.of(day));
            }
        }
        return Typed.invalid(this, input, raw, PROBLEM);
    }

    @Override
    public Shape parts() {
        return PARTS;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }
}
