package dev.sluice.templates.internal.program;

import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;

/** Runs its body for each element of an array or member of an object, else its last resort. */
final class EachNode extends Node {
    private final Expr over;
    private final Block block;

    EachNode(Expr over, Block block) {
        this.over = over;
        this.block = block;
    }

    @Override
    void run(Frame frame, StringBuilder out) {
        run(over.value(frame).plain(), block, frame, out);
    }

    /** The loop over {@code value}, which may be anything. */
    static void run(Value value, Block block, Frame frame, StringBuilder out) {
        if (value instanceof Arr array && array.size() > 0) {
            elements(array, block, frame, out);
        } else if (value instanceof Obj object && object.size() > 0) {
            members(object, block, frame, out);
        } else {
            block.otherwise().run(frame, out);
        }
    }

    private static void elements(Arr array, Block block, Frame frame, StringBuilder out) {
        Context before = frame.context;
        Value[] locals = block.saved(frame);
        int size = array.size();
        Loop loop = Loop.start(frame, size, block.place());
        for (int i = 0; i < size; i++) {
            loop.next(array.at(i), null);
            block.round(loop, frame, out);
        }
        loop.end(frame, before);
        block.restore(frame, locals);
    }

    private static void members(Obj object, Block block, Frame frame, StringBuilder out) {
        Context before = frame.context;
        Value[] locals = block.saved(frame);
        Loop loop = Loop.start(frame, object.size(), block.place());
        for (int i = 0; i < object.shape().size(); i++) {
            if (!object.at(i).isMissing()) {
                loop.next(object.at(i), new Text(object.shape().name(i)));
                block.round(loop, frame, out);
            }
        }
        loop.end(frame, before);
        block.restore(frame, locals);
    }
}
