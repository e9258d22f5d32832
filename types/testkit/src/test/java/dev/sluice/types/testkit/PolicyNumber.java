package dev.sluice.types.testkit;

import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Locale;
import java.util.Set;

/** A type of a host: two letters and eight digits. */
class PolicyNumber implements FieldType {
    private static final int LONGEST = 20;
    private static final Shape PARTS = Shape.of("series", "serial");
    private static final Problem WRONG = new Problem("not_a_policy_number", "give two letters and eight digits");

    @Override
    public String name() {
        return "policy_number";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = new Text(input.text());
        String dense = raw.value().length() > LONGEST
                ? ""
                : raw.value().replace("-", "").toUpperCase(Locale.ROOT);
        return dense.matches("[A-Z]{2}[0-9]{8}") ? valid(raw, dense) : Typed.invalid(this, raw, raw, WRONG);
    }

    private Typed valid(Text raw, String dense) {
        return Typed.valid(this, raw, new Text(dense), new Text(dense.substring(0, 2)), new Text(dense.substring(2)));
    }

    @Override
    public Shape parts() {
        return PARTS;
    }

    @Override
    public Set<String> operators() {
        return Set.of("is equal to");
    }
}
