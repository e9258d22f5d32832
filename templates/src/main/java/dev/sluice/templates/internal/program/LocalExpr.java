package dev.sluice.templates.internal.program;

import dev.sluice.types.Missing;
import dev.sluice.types.Ref;
import dev.sluice.types.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path from what {@code this} is at a block, or some blocks above it. */
final class LocalExpr extends Expr {
    private final int up;
    private final String[] words;
    /** How the path is read where the context turns out to be the whole scope. */
    private final @Nullable Ref fromTop;

    LocalExpr(int up, List<String> words, @Nullable Ref fromTop) {
        this.up = up;
        this.words = words.toArray(String[]::new);
        this.fromTop = fromTop;
    }

    @Override
    Value value(Frame frame) {
        Context context = frame.context;
        for (int i = 0; i < up && context != null; i++) {
            context = context.parent;
        }
        return context == null ? Missing.MISSING : read(context, frame);
    }

    private Value read(Context context, Frame frame) {
        Value named = words.length == 0 ? Missing.MISSING : context.names.get(words[0]);
        if (!named.isMissing()) {
            return descend(named, 1);
        }
        if (context.base != null) {
            return read(context.base, frame);
        }
        return context == Context.ROOT ? fromTop(frame) : descend(context.value, 0);
    }

    private Value fromTop(Frame frame) {
        if (words.length == 0) {
            return frame.scope.tree();
        }
        return fromTop == null ? Missing.MISSING : fromTop.read(frame.scope);
    }

    private Value descend(Value value, int from) {
        Value part = value;
        for (int i = from; i < words.length; i++) {
            part = part.part(words[i]);
        }
        return part;
    }
}
