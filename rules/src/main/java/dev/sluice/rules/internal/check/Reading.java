package dev.sluice.rules.internal.check;

import dev.sluice.rules.internal.text.Folding;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A right-hand side as the type of the left-hand side reads it: to a state {@code Texas} is {@code TX}. Numbers, booleans
 * and moments are left as they are, since comparisons say themselves which texts they take for one.
 */
final class Reading {
    /** Nothing is compared with a typed left-hand side. */
    static final Reading AS_WRITTEN = new Reading(null);

    private static final Parsing SOME_TIME = Parsing.at(At.utc(Instant.EPOCH));

    private final @Nullable FieldType type;

    private Reading(@Nullable FieldType type) {
        this.type = type;
    }

    static Reading by(@Nullable FieldType type) {
        return type == null || comparesItself(type) ? AS_WRITTEN : new Reading(type);
    }

    private static boolean comparesItself(FieldType type) {
        return type.name().equals("number") || type.name().equals("boolean") || Moments.isTemporal(type);
    }

    /** The normal form of {@code written}, of a list that of its elements; {@code written} itself where there is none other. */
    Value of(Value written) {
        if (type != null && written instanceof Text text && !text.isBlank()) {
            Value normal = type.parse(text, SOME_TIME).normal();
            boolean same = Folding.same(normal.text(), Folding.fold(text.value()));
            return same || normal.isBlank() ? written : normal;
        }
        return type != null && written instanceof Arr arr
                ? Arr.of(arr.values().stream().map(this::of).toList())
                : written;
    }

    /** {@code written} and, if it is another, its normal form. */
    List<Value> spellings(Value written) {
        Value normal = of(written);
        return normal.equals(written) ? List.of(written) : List.of(written, normal);
    }
}
