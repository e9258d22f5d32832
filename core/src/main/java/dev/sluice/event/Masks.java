package dev.sluice.event;

import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.MaskStyle;
import dev.sluice.types.MaskedView;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Values with their content hidden. */
final class Masks {
    /** Components that many people share, so that reports may show them. */
    private static final Set<String> SHARED = Set.of("domain", "area");

    private static final Text HIDDEN = new Text("***");

    private Masks() {}

    /** The mask of a value at every depth; whether it is there, and how it is built, stays visible. */
    static Value all(Value value) {
        return all(value, MaskStyle.PARTIAL);
    }

    /** The mask of a value at every depth, in this style. */
    static Value all(Value value, MaskStyle style) {
        if (style == MaskStyle.REMOVE) {
            return Missing.MISSING;
        }
        if (value instanceof Typed typed) {
            return of(typed, style);
        }
        if (value instanceof Obj obj) {
            Obj hidden = obj;
            for (int i = 0; i < obj.shape().size(); i++) {
                hidden = hidden.withAt(i, all(obj.at(i), style));
            }
            return hidden;
        }
        if (value instanceof Arr arr) {
            List<Value> hidden = new ArrayList<>(arr.size());
            arr.forEach(element -> hidden.add(all(element, style)));
            return Arr.of(hidden);
        }
        return value.isBlank() ? value : HIDDEN;
    }

    /** The mask of a typed value: what views show of it, and of its components only flags and what many share. */
    static Typed of(Typed typed) {
        return of(typed, MaskStyle.PARTIAL);
    }

    private static Typed of(Typed typed, MaskStyle style) {
        Value[] components = style == MaskStyle.FULL ? new Value[0] : components(typed);
        return typed.masked(Missing.MISSING, new Text(view(typed, style)), components);
    }

    /** A typed value that shows {@code text} in place of its own, and of its components what masks show. */
    static Typed standIn(Typed typed, String text) {
        return typed.masked(Missing.MISSING, new Text(text), components(typed));
    }

    private static Value[] components(Typed typed) {
        Value[] components = new Value[typed.parts().size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = component(typed, i);
        }
        return components;
    }

    private static Value component(Typed typed, int i) {
        Value component = typed.component(i);
        boolean shown =
                component instanceof Bool || SHARED.contains(typed.parts().name(i));
        return shown ? component : Missing.MISSING;
    }

    private static String view(Typed typed, MaskStyle style) {
        try {
            return MaskedView.of(typed, style);
        } catch (RuntimeException hostType) {
            // A host's type broke its promise; hide everything rather than show anything.
            return HIDDEN.value();
        }
    }
}
