package dev.sluice.types.internal.mail;

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

/** A mail address. */
public final class EmailType implements FieldType {
    private static final Shape PARTS = Shape.of("user", "domain", "host", "tld", "is_free", "is_disposable", "is_role");
    private static final Set<String> OPERATORS = Operators.of(
            Operators.EQUALITY,
            Operators.BLANK,
            Operators.OBSCENITY,
            Operators.FORMAT,
            Operators.INCLUSION,
            Operators.LIST,
            Operators.PATTERN);
    private static final Problem PROBLEM = new Problem("not_a_email", "this is no email");

    @Override
    public String name() {
        return "email";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        String text = raw.value();
        int at = text.indexOf("@");
        int dot = text.lastIndexOf(".");
        if (at < 1 || dot < at + 2 || dot == text.length() - 1) {
            return Typed.invalid(this, raw, raw, PROBLEM);
        }
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        return Typed.valid(
                this,
                raw,
                new Text(lower),
                new Text(lower.substring(0, at)),
                new Text(lower.substring(at + 1)),
                new Text(lower.substring(at + 1, dot)),
                new Text(lower.substring(dot + 1)),
                dev.sluice.types.Bool.FALSE,
                dev.sluice.types.Bool.FALSE,
                dev.sluice.types.Bool.FALSE);
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
