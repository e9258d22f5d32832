package dev.sluice.workbench.analysis;

import dev.sluice.types.FieldType;
import dev.sluice.types.Obj;
import dev.sluice.types.Path;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a lead that rules read: a path, and how often what stands there was changed before.
 *
 * @param key the same for the same value
 * @param ref how it is read; null when it is no path
 */
record Datum(String key, @Nullable Ref ref) {

    /** A value of its own that nothing else reads. */
    static Datum nameless(String key) {
        return new Datum("\u0000" + key, null);
    }

    /** What {@code ref} reads in the given state of the lead. */
    static Datum of(Ref ref, int state) {
        return new Datum(name(ref) + "#" + state, ref);
    }

    /** {@code lead.state}, however it is written. */
    static String name(Ref ref) {
        String path = ref.path().trim();
        if (!ref.declared() || ref.section() == Section.VARS) {
            return path;
        }
        String section = ref.section().path();
        return path.equals(section) || path.startsWith(section + ".") ? path : section + "." + path;
    }

    /** The name without section, for values that everybody knows: {@code random}. */
    boolean is(String name) {
        return ref != null && name(ref).equals(name);
    }

    Optional<FieldType> type() {
        return ref == null ? Optional.empty() : ref.ownType();
    }

    /** Whether only one value may stand there, and not a list of some. */
    boolean isSingle() {
        return ref != null
                && ref.declared()
                && ref.section() == Section.LEAD
                && ref.type().isPresent();
    }

    /** A lead that has {@code value} there and nothing else. */
    Scope scope(Value value) {
        if (ref == null) {
            return Scope.EMPTY;
        }
        List<String> words = Path.of(name(ref)).words();
        boolean named = ref.declared() && ref.section() != Section.VARS;
        List<String> inside = named ? words.subList(1, words.size()) : words;
        Section section = !ref.declared() ? Section.LEAD : ref.section();
        return inside.isEmpty() ? Scope.EMPTY : Scope.EMPTY.with(section, holding(inside, value));
    }

    private static Obj holding(List<String> words, Value value) {
        Value inner = value;
        for (int i = words.size() - 1; i > 0; i--) {
            inner = Obj.EMPTY.with(words.get(i), inner);
        }
        return Obj.EMPTY.with(words.get(0), inner);
    }

    /** Whether {@link #scope} really puts values where they are read. */
    boolean isReadable() {
        Value probe = Value.text("probe");
        return ref != null && ref.read(scope(probe)).equals(probe);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Datum datum && datum.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
