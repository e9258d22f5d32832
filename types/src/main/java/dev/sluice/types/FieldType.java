package dev.sluice.types;

import java.util.Map;
import java.util.Set;

/**
 * Turns what a source sent into a typed value. The built-in ones are in {@link FieldTypes}; a host may add its own by name.
 *
 * <p>Implementations are immutable, safe on any thread, never block, and give the same answer for the same arguments
 * whatever the platform's locale and zone. {@code FieldTypeContract} of {@code sluice-types-testkit} checks all of this.
 */
public interface FieldType {

    /** The name in definitions: lower-case with underscores. */
    String name();

    /**
     * Parses one input. Never throws, never gives null: what cannot be understood comes back invalid, with its
     * {@linkplain Problem problem} and the raw input. Work and memory stay proportional to the input's size.
     *
     * @param input any present value: text, number, boolean, moment, object or array; never missing, null or typed
     */
    Typed parse(Value input, Parsing parsing);

    /** The components that a value of this type may have, beside {@code value}, {@code raw}, {@code valid} and {@code problem}. */
    Shape parts();

    /** Other names of components, each with the name in {@link #parts()} that it stands for; empty by default. */
    default Map<String, String> aliases() {
        return Map.of();
    }

    /** The canonical names of the rule operators that make sense on this type. */
    Set<String> operators();

    /** How private values of this type are unless the field says otherwise; {@link Pii#PERSONAL} by default. */
    default Pii pii() {
        return Pii.PERSONAL;
    }

    /**
     * How private this value of this type is: as all of them, but what the type could not read is {@link Pii#PERSONAL} at
     * least, since somebody may have written anything into the wrong field.
     */
    default Pii pii(Typed value) {
        boolean isUnread = !value.valid() && !value.isBlank();
        return isUnread && pii() == Pii.NONE ? Pii.PERSONAL : pii();
    }

    /**
     * Whether values of this type are always hidden where a whole tree of values is {@linkplain Masking masked}, as
     * social security numbers are; false by default.
     */
    default boolean isMaskable() {
        return false;
    }

    /** The value with its content hidden; by default every character becomes {@code *}. Never throws. */
    default Typed mask(Typed value) {
        return Masking.stars(value);
    }

    /**
     * Parses {@code input} unless there is nothing to parse: missing and null come back as they are, and so does a typed
     * value of any type. Only the value of a type that is mere text, such as {@code string} and {@code city}, is parsed by
     * another type.
     */
    default Value read(Value input, Parsing parsing) {
        if (input.isAbsent()) {
            return input;
        }
        if (!(input instanceof Typed typed)) {
            return parse(input, parsing);
        }
        boolean mereText = typed.valid() && typed.parts().size() == 0 && typed.normal() instanceof Text;
        return mereText && !typed.type().name().equals(name()) ? parse(typed.normal(), parsing) : typed;
    }
}
