package dev.sluice.store.codec;

import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Set;

/** Stands for a type that stored values name but nobody here knows: it has their components and parses nothing. */
record NeutralType(String name, Shape parts) implements FieldType {
    @Override
    public Typed parse(Value input, Parsing parsing) {
        return Typed.invalid(
                this, input, input, new Problem("unknown_type", "Nothing here knows the type of this value."));
    }

    @Override
    public Set<String> operators() {
        return Set.of();
    }
}
