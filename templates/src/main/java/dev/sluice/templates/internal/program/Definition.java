package dev.sluice.templates.internal.program;

import org.jspecify.annotations.Nullable;

/** A partial that can be used, where it was defined, and the ones known before it. */
final class Definition {
    /** The name under which a partial finds the block that it was called with. */
    static final String BLOCK = "@partial-block";

    final String name;
    final Body body;
    final Context context;
    final @Nullable Definition before;
    private final boolean own;

    private final @Nullable Definition environment;

    private Definition(
            String name,
            Body body,
            Context context,
            @Nullable Definition before,
            @Nullable Definition environment,
            boolean own) {
        this.name = name;
        this.body = body;
        this.context = context;
        this.before = before;
        this.environment = environment;
        this.own = own;
    }

    static Definition inline(String name, Body body, Frame frame) {
        return new Definition(name, body, frame.context, frame.partials, null, false);
    }

    static Definition block(Body body, Frame frame) {
        return new Definition(BLOCK, body, frame.context, frame.partials, frame.partials, true);
    }

    /** What is one step up from its body: a block is inside its place, an inline partial stands beside it. */
    @Nullable Context around() {
        return own ? context : context.parent;
    }

    /** This block, known after {@code before}. */
    Definition on(@Nullable Definition before) {
        return new Definition(name, body, context, before, environment, own);
    }

    /** The partials that its body may use: a block those of its own place, an inline partial those of its caller. */
    @Nullable Definition known(Frame caller) {
        return own ? environment : caller.partials;
    }

    static @Nullable Definition find(String name, @Nullable Definition from) {
        Definition definition = from;
        while (definition != null && !definition.name.equals(name)) {
            definition = definition.before;
        }
        return definition;
    }
}
