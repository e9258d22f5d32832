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

/** An IP address. */
public final class IpType implements FieldType {
    private static final Shape PARTS = Shape.of("is_ipv4", "ipv6_format");
    private static final Set<String> OPERATORS =
            Operators.of(Operators.EQUALITY, Operators.BLANK, Operators.FORMAT, Operators.INCLUSION, Operators.LIST);
    private static final Problem PROBLEM = new Problem("not_a_ip", "this is no ip");

    @Override
    public String name() {
        return "ip";
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
