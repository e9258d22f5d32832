package dev.sluice.types.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Bool;
import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Pii;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Set;

/** A password, key or token: any text, always valid, never stored or shown in clear. */
public final class CredentialType implements FieldType {
    private static final Shape PARTS = Shape.of("masked");
    private static final Set<String> OPERATORS =
            Operators.of(Operators.EQUALITY, Operators.BLANK, Operators.INCLUSION, Operators.LIST);

    @Override
    public String name() {
        return "credential";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text text = InputText.raw(requireNonNull(input, "input"));
        return Typed.valid(this, text, text, Bool.FALSE);
    }

    @Override
    public Shape parts() {
        return PARTS;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }

    @Override
    public Pii pii() {
        return Pii.SECRET;
    }

    @Override
    public boolean isMaskable() {
        return true;
    }
}
