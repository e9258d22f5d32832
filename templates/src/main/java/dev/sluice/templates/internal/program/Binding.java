package dev.sluice.templates.internal.program;

import dev.sluice.templates.TemplateException;
import dev.sluice.templates.internal.helper.Builtin;
import dev.sluice.templates.internal.helper.Function;
import dev.sluice.templates.internal.helper.Signature;
import dev.sluice.templates.internal.helper.Site;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the arguments of one call into the slots of a helper's signature. */
final class Binding implements Site {
    private final String name;
    private final Signature signature;
    private final Place place;
    private final java.util.function.Function<String, Expr> variables;
    private final List<Expr> slots;

    Binding(String name, Signature signature, Place place, java.util.function.Function<String, Expr> variables) {
        this.name = name;
        this.signature = signature;
        this.place = place;
        this.variables = variables;
        this.slots = new ArrayList<>(Collections.nCopies(signature.size(), ConstantExpr.MISSING));
    }

    void place(List<Expr> arguments) {
        if (arguments.size() > signature.placed() && !signature.isOpen()) {
            throw wrong("takes at most " + signature.placed() + " arguments in place, not " + arguments.size());
        }
        int placed = Math.min(arguments.size(), signature.placed());
        for (int i = 0; i < placed; i++) {
            slots.set(i, arguments.get(i));
        }
        slots.addAll(arguments.subList(placed, arguments.size()));
        given = placed;
    }

    private int given;

    void name(Map<String, Expr> named) {
        named.forEach(this::name);
        for (int i = given; i < signature.size(); i++) {
            if (signature.isRequired(i) && slots.get(i) == ConstantExpr.MISSING) {
                throw wrong("needs its " + signature.name(i));
            }
        }
        if (signature.isOpen() && slots.size() == signature.size()) {
            throw wrong("needs a value");
        }
    }

    private void name(String key, Expr expr) {
        int slot = signature.slot(key);
        if (slot < 0) {
            throw wrong("has no argument " + key);
        }
        slots.set(slot, expr);
    }

    private TemplateException wrong(String fault) {
        return place.fault("helper " + name + " " + fault + " (" + name + " " + signature + ")");
    }

    Expr call(Builtin builtin) {
        Function function = builtin.binder().bind(this);
        return new CallExpr(function, slots.toArray(Expr[]::new));
    }

    @Override
    public @Nullable Value constant(int slot) {
        return slots.get(slot).constant();
    }

    @Override
    public int variable(String path) {
        slots.add(variables.apply(path));
        return slots.size() - 1;
    }

    @Override
    public TemplateException fault(String fault) {
        return place.fault("helper " + name + ": " + fault);
    }
}
