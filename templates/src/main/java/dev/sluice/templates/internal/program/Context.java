package dev.sluice.templates.internal.program;

import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import org.jspecify.annotations.Nullable;

/** What {@code this} is, and what is around it. */
class Context {
    /** The whole scope, where paths follow the flow's own rule. */
    static final Context ROOT = new Context(null, Missing.MISSING, null, Obj.EMPTY);

    final @Nullable Context parent;
    Value value;
    /** The context that this one stands for, when it only adds names to it. */
    final @Nullable Context base;

    final Obj names;

    Context(@Nullable Context parent, Value value, @Nullable Context base, Obj names) {
        this.parent = parent;
        this.value = value;
        this.base = base;
        this.names = names;
    }

    static Context of(Value value, @Nullable Context parent) {
        return new Context(parent, value, null, Obj.EMPTY);
    }

    /** The same data as {@code base}, with {@code names} before it, inside {@code parent}. */
    static Context over(Context base, Obj names, @Nullable Context parent) {
        return new Context(parent, base.value, base, names);
    }
}
