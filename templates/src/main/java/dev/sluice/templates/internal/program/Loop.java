package dev.sluice.templates.internal.program;

import dev.sluice.types.Missing;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import org.jspecify.annotations.Nullable;

/** A running loop: its element is {@code this}, and {@code @index} and its like read its round. */
final class Loop extends Context {
    final @Nullable Loop outer;
    final int size;
    int index;
    private @Nullable Value member;

    private Loop(Context parent, @Nullable Loop outer, int size) {
        super(parent, Missing.MISSING, null, Obj.EMPTY);
        this.outer = outer;
        this.size = size;
        this.index = -1;
    }

    /** Starts a loop of {@code size} rounds. */
    static Loop start(Frame frame, int size, Place place) {
        if (size > frame.limits.iterations()) {
            throw place.fault("the loop has " + size + " rounds, more than " + frame.limits.iterations());
        }
        Loop loop = new Loop(frame.context, frame.loop, size);
        frame.context = loop;
        frame.loop = loop;
        return loop;
    }

    /** The next round, over an element of an array, or over the member of an object that is called {@code name}. */
    void next(Value element, @Nullable Value name) {
        value = element;
        member = name;
        index++;
    }

    /** The name of the member, or the place of the element. */
    Value key() {
        return member == null ? Num.of(index) : member;
    }

    /** Ends the loop. */
    void end(Frame frame, Context before) {
        frame.context = before;
        frame.loop = outer;
    }
}
