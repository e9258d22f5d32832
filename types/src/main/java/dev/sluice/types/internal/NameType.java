package dev.sluice.types.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Set;

/** Names of people and places: any text is valid and kept as it is; input that is no text is invalid and keeps its raw form. */
public final class NameType implements FieldType {
    private static final Problem NOT_TEXT = new Problem("not_text", "a name must be given as text");
    private static final Set<String> OF_PEOPLE =
            Operators.of(Operators.EQUALITY, Operators.BLANK, Operators.OBSCENITY, Operators.FORMAT, Operators.PATTERN);
    private static final Set<String> OF_PLACES = Operators.of(
            Operators.EQUALITY,
            Operators.BLANK,
            Operators.OBSCENITY,
            Operators.FORMAT,
            Operators.INCLUSION,
            Operators.LIST,
            Operators.PATTERN);

    private final String name;
    private final Set<String> operators;
    private final boolean trimming;

    private NameType(String name, Set<String> operators, boolean trimming) {
        this.name = name;
        this.operators = operators;
        this.trimming = trimming;
    }

    /** The type {@code name} of the names of people. */
    public static NameType ofPeople(String name) {
        return new NameType(name, OF_PEOPLE, false);
    }

    /** The type {@code name} of the names of places. */
    public static NameType ofPlaces(String name) {
        return new NameType(name, OF_PLACES, false);
    }

    /** This type, but white space at both ends is dropped. */
    public NameType trimmed() {
        return new NameType(name, operators, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        if (requireNonNull(input, "input") instanceof Text text) {
            return Typed.valid(this, text, trimming ? Trimmed.of(text) : text);
        }
        return Typed.invalid(this, input, InputText.raw(input), NOT_TEXT);
    }

    @Override
    public Shape parts() {
        return Shape.EMPTY;
    }

    @Override
    public Set<String> operators() {
        return operators;
    }
}
