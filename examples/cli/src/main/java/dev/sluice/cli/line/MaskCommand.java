package dev.sluice.cli.line;

import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.JsonLines;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.types.Masking;
import dev.sluice.types.Obj;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.time.InstantSource;

/** {@code sluice mask}: what is left of a value when it must not be shown. */
public final class MaskCommand implements Command {
    private final Parse parse;

    public MaskCommand(InstantSource clock) {
        this.parse = new Parse(clock);
    }

    @Override
    public Usage usage() {
        return Usage.of(
                "mask",
                "[FILE.jsonl]",
                "{id, type, input} -> the masked value as parse shows it; types that need none stay");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        return new JsonLines(this::mask).run(arguments, streams);
    }

    /** Without a type the input is a tree of values; an object's members then stand in the answer themselves. */
    private Obj mask(Obj question) {
        boolean plain = question.get("type").isAbsent();
        Value masked = Masking.of(plain ? question.get("input") : parse.of(question));
        return masked instanceof Obj obj && plain ? obj : masked instanceof Typed ? Parsed.of(masked) : value(masked);
    }

    private static Obj value(Value value) {
        return Obj.EMPTY.with("value", value);
    }
}
