package dev.sluice.templates.internal.program;

import dev.sluice.templates.Escape;
import dev.sluice.templates.Limits;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** All that changes while one template runs: where it is in the data, and what it may still spend. Used by one thread. */
final class Frame {
    private static final Value[] NO_LOCALS = {};

    final Scope scope;
    final At at;
    final Writer writer;
    final Limits limits;
    final Value[] locals;
    Context context = Context.ROOT;

    @Nullable Loop loop;

    @Nullable Definition partials;

    int depth;
    private int steps;
    private final int outputEnd;

    Frame(Scope scope, At at, Escape escape, Program program, int outputStart) {
        this.scope = scope;
        this.at = at;
        this.limits = program.limits();
        this.writer = Writer.of(escape);
        this.locals = program.locals() == 0 ? NO_LOCALS : new Value[program.locals()];
        this.outputEnd = (int) Math.min((long) outputStart + limits.output(), Integer.MAX_VALUE - 8L);
        Arrays.fill(locals, Missing.MISSING);
    }

    /** Counts {@code count} pieces about to run, and looks how much has been written. */
    void spend(int count, StringBuilder out, Place place) {
        steps += count;
        if (steps > limits.steps()) {
            throw place.fault("the template takes more than " + limits.steps() + " steps");
        }
        checkOutput(out, place);
    }

    void checkOutput(StringBuilder out, Place place) {
        if (out.length() > outputEnd) {
            throw place.fault("the template writes more than " + limits.output() + " characters");
        }
    }
}
