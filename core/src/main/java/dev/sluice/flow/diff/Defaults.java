package dev.sluice.flow.diff;

import dev.sluice.types.Missing;
import dev.sluice.types.Value;

/** What settings mean that are not written, where that is the same everywhere. */
final class Defaults {
    private Defaults() {}

    /** {@code spot} with the default in place of nothing. */
    static Spot filled(Spot spot) {
        Value standard = spot.names() == Spot.Names.KEYS ? of(spot.owner().subject(), spot.setting()) : Missing.MISSING;
        return new Spot(
                spot.before().or(standard),
                spot.after().or(standard),
                spot.owner(),
                spot.setting(),
                spot.member(),
                spot.names());
    }

    private static Value of(Subject owner, String setting) {
        return switch (setting) {
            case "enabled", "strict" -> Value.bool(true);
            case "required", "rolling", "not", "override", "pingEnabled" -> Value.bool(false);
            case "duration", "maxBuyers" -> Value.number(1);
            case "strategy" -> Value.text("waterfall");
            case "environment" -> Value.text("production");
            case "durability" -> Value.text("memory");
            case "outcomeFrom" -> Value.text("endOfFlow");
            case "type" -> owner == Subject.CAP ? Value.text("volume") : Missing.MISSING;
            case "timeZone" -> owner == Subject.FLOW ? Value.text("Z") : Missing.MISSING;
            default -> Missing.MISSING;
        };
    }
}
