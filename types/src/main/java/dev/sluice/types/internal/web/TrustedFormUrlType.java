package dev.sluice.types.internal.web;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import dev.sluice.types.internal.InputText;
import dev.sluice.types.internal.Operators;
import java.util.Set;

/** A certificate address. */
public final class TrustedFormUrlType implements FieldType {
    private static final Shape PARTS =
            Shape.of("type", "cert_id", "is_web", "is_mobile", "is_facebook", "is_masked", "host", "path");
    private static final Set<String> OPERATORS = Operators.of(Operators.BLANK, Operators.FORMAT);
    private static final Problem PROBLEM = new Problem("not_a_trustedform_url", "this is no trustedform url");

    @Override
    public String name() {
        return "trustedform_url";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        return Typed.invalid(this, raw, raw, PROBLEM);
    }

    @Override
    public Shape parts() {
        return PARTS;
    }

    @Override
    public Set<String> operators() {
        return OPERATORS;
    }
}
