package dev.sluice.templates.internal.helper;

import dev.sluice.templates.internal.date.Moments;
import dev.sluice.types.At;
import dev.sluice.types.Value;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The zone that a call names: in the template, in the data, or not at all. */
final class Zone {
    private final int slot;
    private final @Nullable ZoneId fixed;

    private Zone(int slot, @Nullable ZoneId fixed) {
        this.slot = slot;
        this.fixed = fixed;
    }

    static Zone bind(Site site, int slot) {
        Value name = site.constant(slot);
        if (name == null || name.isMissing()) {
            return new Zone(slot, null);
        }
        ZoneId zone = Moments.zone(name.text());
        if (zone == null) {
            throw site.fault("there is no time zone " + name.text() + "; give a name such as America/New_York");
        }
        return new Zone(slot, zone);
    }

    /** The zone of one call; the stage's own when the data names none that exists. */
    ZoneId of(Value[] arguments, At at) {
        if (fixed != null) {
            return fixed;
        }
        ZoneId named = arguments[slot].isBlank() ? null : Moments.zone(arguments[slot].text());
        return named == null ? at.zone() : named;
    }
}
