package dev.sluice.types.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.FieldType;
import dev.sluice.types.Parsing;
import dev.sluice.types.Pii;
import dev.sluice.types.Problem;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.Set;

/**
 * A state of the United States or a province of Canada, by its two-letter code, its name or a usual short form, with or
 * without dots, accents and white space around it. A state of anywhere else is kept as it is, and is valid unless this
 * type was asked to accept known states only.
 */
public final class StateType implements FieldType {
    private static final Shape PARTS = Shape.of("name", "abbr");
    private static final Problem UNKNOWN_STATE =
            new Problem("unknown_state", "give the code or name of a US state or territory or a Canadian province");
    private static final Set<String> OPERATORS =
            Operators.of(Operators.EQUALITY, Operators.BLANK, Operators.OBSCENITY, Operators.INCLUSION, Operators.LIST);
    private final boolean knownOnly;

    private StateType(boolean knownOnly) {
        this.knownOnly = knownOnly;
    }

    /** Every state is valid, known or not. */
    public static StateType any() {
        return new StateType(false);
    }

    /** Only the states in the table are valid. */
    public static StateType known() {
        return new StateType(true);
    }

    @Override
    public String name() {
        return "state";
    }

    @Override
    public Typed parse(Value input, Parsing parsing) {
        Text raw = InputText.raw(requireNonNull(input, "input"));
        State state = State.find(raw.value());
        if (state != null) {
            return Typed.valid(this, raw, state.code(), state.components());
        }
        return knownOnly ? Typed.invalid(this, raw, raw, UNKNOWN_STATE, raw) : Typed.valid(this, raw, raw, raw);
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
        return Pii.NONE;
    }

    /** What is in no table is some text, even where it is accepted as the state of another country. */
    @Override
    public Pii pii(Typed value) {
        return value.part("abbr").isBlank() && !value.isBlank() ? Pii.PERSONAL : Pii.NONE;
    }
}
