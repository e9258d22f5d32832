package dev.sluice.internal.mapping;

import dev.sluice.flow.FieldOverride;
import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.Parsing;
import dev.sluice.types.Pii;
import dev.sluice.types.Value;
import java.time.ZoneId;

/**
 * One field, ready to parse.
 *
 * @param place where it stands in the lead's data
 * @param plain whether it needs no country, zone or date order of its own
 */
public record FieldPlan(
        String id,
        String label,
        FieldType type,
        int place,
        boolean required,
        Value defaultValue,
        Pii pii,
        MaskStyle mask,
        boolean plain,
        String country,
        ZoneId zone,
        Parsing.DateOrder dateOrder) {

    /** This field as a source is to fill it. */
    public FieldPlan with(FieldOverride override) {
        Boolean own = override.required();
        return new FieldPlan(
                id,
                label,
                type,
                place,
                own == null ? required : own,
                override.defaultValue().isMissing() ? defaultValue : override.defaultValue(),
                pii,
                mask,
                plain,
                country,
                zone,
                dateOrder);
    }

    public Value parse(Value input, Parsing common) {
        return type.read(input, plain ? common : own(common.at()));
    }

    private Parsing own(At at) {
        return new Parsing(new At(at.instant(), zone), country, dateOrder);
    }
}
