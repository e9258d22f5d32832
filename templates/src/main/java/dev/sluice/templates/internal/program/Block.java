package dev.sluice.templates.internal.program;

import dev.sluice.types.Value;
import org.jspecify.annotations.Nullable;

/** What all blocks that change the data under them have: two bodies, and slots for the names between bars. */
record Block(Body body, Body otherwise, int[] slots, Place place) {

    /** The values of the slots before this block uses them; null when it uses none. */
    Value @Nullable [] saved(Frame frame) {
        if (slots.length == 0) {
            return null;
        }
        Value[] saved = new Value[slots.length];
        for (int i = 0; i < slots.length; i++) {
            saved[i] = frame.locals[slots[i]];
        }
        return saved;
    }

    void restore(Frame frame, Value @Nullable [] saved) {
        for (int i = 0; saved != null && i < slots.length; i++) {
            frame.locals[slots[i]] = saved[i];
        }
    }

    /** One round of a loop over the body. */
    void round(Loop loop, Frame frame, StringBuilder out) {
        if (slots.length > 0) {
            bind(frame, loop.value, loop.key());
        }
        body.run(frame, out);
    }

    /** Gives the names their values, in order. */
    void bind(Frame frame, Value first, Value second) {
        if (slots.length > 0) {
            frame.locals[slots[0]] = first;
        }
        if (slots.length > 1) {
            frame.locals[slots[1]] = second;
        }
    }
}
