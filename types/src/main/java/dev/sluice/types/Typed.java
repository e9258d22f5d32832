package dev.sluice.types;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that a {@link FieldType} has parsed: what was given, its normal form, whether it is valid, and its components.
 * A value that could not be understood is kept with {@code valid() == false} and says what is wrong with it; nothing is lost.
 * Stored values are rebuilt from these parts, never parsed again.
 */
public final class Typed implements Value {
    private static final Made PLAIN = new Made(new Value[0], null, false);

    private final FieldType type;
    private final Value raw;
    private final Value normal;
    private final Components components;
    /** What {@link #components} made when it was first asked; threads that race for it make equal ones. */
    private @Nullable Made made;

    /** Components that are there already, and what is not so with most values. */
    private record Made(Value[] values, @Nullable Problem problem, boolean masked) implements Components {
        @Override
        public Value[] make() {
            return values;
        }
    }

    private Typed(FieldType type, Value raw, Value normal, Components components) {
        this.type = requireNonNull(type, "type");
        this.raw = requireNonNull(raw, "raw");
        this.normal = requireNonNull(normal, "normal");
        this.components = requireNonNull(components, "components");
    }

    /** A valid value without components. */
    public static Typed valid(FieldType type, Value raw, Value normal) {
        return new Typed(type, raw, normal, PLAIN);
    }

    /** A valid value. {@code components} stand in the order of {@link FieldType#parts()}; fewer means the rest is missing. */
    public static Typed valid(FieldType type, Value raw, Value normal, Value... components) {
        return new Typed(type, raw, normal, new Made(components, null, false));
    }

    /** A valid value whose components are made when they are needed. */
    public static Typed valid(FieldType type, Value raw, Value normal, Components components) {
        return new Typed(type, raw, normal, components);
    }

    /** An invalid value, which says why; its normal form is usually the text that was given. */
    public static Typed invalid(FieldType type, Value raw, Value normal, Problem problem, Value... components) {
        return new Typed(type, raw, normal, new Made(components, requireNonNull(problem, "problem"), false));
    }

    /** The type that parsed this value. */
    public FieldType type() {
        return type;
    }

    /** What was given, unchanged. */
    public Value raw() {
        return raw;
    }

    /** The normal form; for an invalid value what the type makes of it, often the given text. */
    public Value normal() {
        return normal;
    }

    /** Whether the type accepts the value. Rules read it; it never stops a lead by itself. */
    public boolean valid() {
        return flaw() == null;
    }

    private @Nullable Problem flaw() {
        return components instanceof Made there ? there.problem() : null;
    }

    /** What is wrong with an invalid value; empty for a valid one. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(flaw());
    }

    /** True when this is the masked form of a value. */
    public boolean masked() {
        return components instanceof Made there && there.masked();
    }

    /** The names of the components. */
    public Shape parts() {
        return type.parts();
    }

    /** The component at place {@code i} of {@link #parts()}. */
    public Value component(int i) {
        Value alone = made == null ? components.alone(i) : null;
        if (alone != null) {
            return alone;
        }
        Value[] known = components();
        return i < known.length ? known[i] : Missing.MISSING;
    }

    private Value[] components() {
        Made known = made;
        if (known == null) {
            known = components instanceof Made eager ? eager : new Made(components.make(), null, false);
            made = known;
        }
        return known.values();
    }

    /** This value as made of {@code given}: what was first submitted stays known when a value is parsed again. */
    public Typed withRaw(Value given) {
        return new Typed(type, requireNonNull(given, "given"), normal, components);
    }

    /** This value as its masked form: same type and validity, other content. */
    public Typed masked(Value maskedRaw, Value maskedNormal, Value... maskedComponents) {
        return new Typed(type, maskedRaw, maskedNormal, new Made(maskedComponents, flaw(), true));
    }

    /** This value with component {@code name} replaced; the type must name it. */
    public Typed with(String name, Value component) {
        int at = type.parts().indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("type " + type.name() + " has no component " + name);
        }
        Value[] next = new Value[type.parts().size()];
        Arrays.fill(next, Missing.MISSING);
        Value[] known = components();
        System.arraycopy(known, 0, next, 0, known.length);
        next[at] = component;
        return new Typed(type, raw, normal, new Made(next, flaw(), masked()));
    }

    @Override
    public boolean isBlank() {
        return raw.isBlank() && normal.isBlank();
    }

    /** A component by its name or one of its other names; also {@code value}, {@code raw}, {@code valid}, {@code problem}, {@code masked}. */
    @Override
    public Value part(String name) {
        int at = type.parts().indexOf(name);
        if (at >= 0) {
            return component(at);
        }
        return switch (name) {
            case "value", "normal" -> normal;
            case "raw" -> raw;
            case "valid" -> Value.bool(valid());
            case "masked" -> Value.bool(masked());
            case "problem" -> problem().<Value>map(Problem::value).orElse(Missing.MISSING);
            default -> otherName(name);
        };
    }

    private Value otherName(String name) {
        String component = type.aliases().get(name);
        return component == null || component.equals(name) ? Missing.MISSING : part(component);
    }

    @Override
    public Value plain() {
        return normal;
    }

    @Override
    public String text() {
        return normal.text();
    }

    @Override
    public <R> R match(Matcher<R> matcher) {
        return matcher.typed(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Typed typed
                && type.name().equals(typed.type.name())
                && raw.equals(typed.raw)
                && normal.equals(typed.normal)
                && Objects.equals(flaw(), typed.flaw())
                && masked() == typed.masked()
                && sameComponents(typed);
    }

    private boolean sameComponents(Typed other) {
        return within(other) && (parts() == other.parts() || other.within(this));
    }

    /** Compared by name: a stored value may know fewer components than its type has. */
    private boolean within(Typed other) {
        for (int i = 0; i < parts().size(); i++) {
            int there = parts() == other.parts() ? i : other.parts().indexOf(parts().name(i));
            if (!component(i).equals(there < 0 ? Missing.MISSING : other.component(there))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Objects.hash(type.name(), raw, normal);
    }

    @Override
    public String toString() {
        return (valid() ? "valid " : "invalid ") + type.name();
    }
}
