package dev.sluice.templates.internal.helper;

import dev.sluice.types.At;
import dev.sluice.types.Moment;
import dev.sluice.types.Value;
import java.time.Duration;
import java.time.ZonedDateTime;

/** The moment of the stage, moved if asked for, as a pattern says. */
final class Now {
    private static final int PATTERN = 0;
    private static final int ZONE = 1;
    private static final int LOCALE = 2;
    private static final int DATA_TYPE = 3;
    private static final int PLUS = 4;
    private static final int MINUS = 5;

    private final Form form;
    private final Zone zone;
    private final Result result;
    private final Duration shift;

    private Now(Site site) {
        this.form = Form.bind(site, PATTERN, LOCALE);
        this.zone = Zone.bind(site, ZONE);
        this.result = Result.bind(site, DATA_TYPE);
        this.shift = amount(site, PLUS).minus(amount(site, MINUS));
    }

    static Function bind(Site site) {
        Now now = new Now(site);
        return (a, at) -> now.result.of(now.text(a, at));
    }

    private Value text(Value[] arguments, At at) {
        Moment moment = Moment.of(at.instant().plus(shift));
        ZonedDateTime zoned = moment.instantIn(at.zone()).atZone(zone.of(arguments, at));
        return form == Form.NONE ? moment : form.moment(zoned, moment, at);
    }

    private static Duration amount(Site site, int slot) {
        Value text = site.constant(slot);
        Duration amount = text == null ? null : Amounts.duration(text.text());
        if (amount == null) {
            throw site.fault("plus and minus are amounts such as 90s, 15m, 24h, 7d or 2w, written in the template");
        }
        return amount;
    }
}
