package dev.sluice.templates.internal.helper;

import dev.sluice.templates.internal.date.Moments;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Value;
import java.time.ZonedDateTime;

/** Dates, numbers and digits by a pattern. */
final class Formatting {
    private static final int VALUE = 0;
    private static final int PATTERN = 1;
    private static final int ZONE = 2;
    private static final int LOCALE = 3;
    private static final int DATA_TYPE = 4;
    private static final int OPERATOR = 5;

    private final Form form;
    private final Zone zone;
    private final Shift shift;
    private final Result result;

    private Formatting(Site site) {
        this.form = Form.bind(site, PATTERN, LOCALE);
        this.zone = Zone.bind(site, ZONE);
        this.shift = Shift.bind(site, OPERATOR);
        this.result = Result.bind(site, DATA_TYPE);
    }

    static Function bind(Site site) {
        Formatting formatting = new Formatting(site);
        return (a, at) -> formatting.result.of(formatting.format(a, at));
    }

    private Value format(Value[] arguments, At at) {
        Value value = arguments[VALUE];
        if (value.isBlank()) {
            return Missing.MISSING;
        }
        if (form.isOfDates() || shift.moves(arguments)) {
            ZonedDateTime moment = Moments.in(zone.of(arguments, at), value, at);
            return moment == null ? Missing.MISSING : form.moment(shift.apply(moment, arguments), value, at);
        }
        return form == Form.NONE ? value.plain() : form.value(value);
    }
}
