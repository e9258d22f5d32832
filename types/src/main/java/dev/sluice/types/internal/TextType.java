package dev.sluice.types.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Set;

/** Free text: kept as it is, always valid. Input that is no text becomes the text it stands for. */
public final class TextType implements FieldType {
    private static final Set<String> OPERATORS = Operators.of(
            Operators.EQUALITY,
            Operators.BLANK,
            Operators.OBSCENITY,
            Operators.INCLUSION,
            Operators.LIST,
            Operators.PATTERN);

    private final boolean trimming;

    private TextType(boolean trimming) {
        this.trimming = trimming;
    }

    /** Text exactly as given. */
    public static TextType asGiven() {
        return new TextType(false);
    }

    /** Text without white space at both ends. */
    public static TextType trimmed() {
        return new TextType(true);
    }

    @Override
    public String name() {
        return "string";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        return Typed.valid(this, raw, trimming ? Trimmed.of(raw) : raw);
    }

    @Override
    public Value read(Value input, Parsing parsing) {
        return Reparsing.read(this, input, parsing);
    }

    @Override
    public Shape parts() {
        return Shape.EMPTY;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }
}
