package dev.sluice.templates.internal.program;

import dev.sluice.types.Num;
import dev.sluice.types.Value;
import org.jspecify.annotations.Nullable;

/** The rounds of one loop: puts each element in place and everything back at the end. */
final class Rounds {
    private final Frame frame;
    private final Block block;
    private final Context contextBefore;
    private final @Nullable Loop loopBefore;
    private final Context context;
    private final Loop loop;
    private final Value @Nullable [] locals;
    private int index;

    Rounds(Frame frame, Block block, int size) {
        if (size > frame.limits.iterations()) {
            throw block.place().fault("the loop has " + size + " rounds, more than " + frame.limits.iterations());
        }
        this.frame = frame;
        this.block = block;
        this.contextBefore = frame.context;
        this.loopBefore = frame.loop;
        this.context = Context.of(Num.of(0), frame.context);
        this.loop = new Loop(frame.loop, size);
        this.locals = block.saved(frame);
        frame.context = context;
        frame.loop = loop;
    }

    void run(Value element, Value key, StringBuilder out) {
        context.value = element;
        loop.index = index++;
        loop.key = key;
        block.bind(frame, element, key);
        block.body().run(frame, out);
    }

    void end() {
        frame.context = contextBefore;
        frame.loop = loopBefore;
        block.restore(frame, locals);
    }
}
