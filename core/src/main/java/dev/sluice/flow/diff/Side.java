package dev.sluice.flow.diff;

import dev.sluice.internal.names.Pointer;
import dev.sluice.types.Arr;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One of the two definitions at one place.
 *
 * @param real what stands there; missing when nothing does
 * @param shown what may be shown of it
 */
record Side(String pointer, Value real, Value shown) {

    static Side of(Obj definition, Secrecy secrecy) {
        return new Side("", definition, secrecy.masked(definition));
    }

    Side member(String name) {
        return new Side(Pointer.below(pointer, name), real.part(name), shown instanceof Obj ? shown.part(name) : shown);
    }

    Set<String> names() {
        return real instanceof Obj obj ? obj.members().keySet() : Set.of();
    }

    /** Its elements; none when nothing stands there. */
    List<Side> elements() {
        if (!(real instanceof Arr arr)) {
            return List.of();
        }
        List<Side> elements = new ArrayList<>(arr.size());
        for (int i = 0; i < arr.size(); i++) {
            Value masked = shown instanceof Arr all ? all.at(i) : shown;
            elements.add(new Side(Pointer.below(pointer, i), arr.at(i), masked));
        }
        return elements;
    }

    boolean isAbsent() {
        return real.isMissing();
    }

    /** This side with {@code standard} in place of nothing. */
    Side or(Value standard) {
        return isAbsent() && !standard.isMissing() ? new Side(pointer, standard, standard) : this;
    }

    Side without() {
        return new Side(pointer, Missing.MISSING, Missing.MISSING);
    }
}
