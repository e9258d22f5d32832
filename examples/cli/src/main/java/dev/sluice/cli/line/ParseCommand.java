package dev.sluice.cli.line;

import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.JsonLines;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import java.time.InstantSource;

/** {@code sluice parse}: what a field type makes of an input. */
public final class ParseCommand implements Command {
    private final Parse parse;

    public ParseCommand(InstantSource clock) {
        this.parse = new Parse(clock);
    }

    @Override
    public Usage usage() {
        return Usage.of(
                "parse",
                "[FILE.jsonl]",
                "{id, type, input, pre?, now?, tz?, country?} -> {id, value, raw, valid, components, problem?}");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        return new JsonLines(question -> Parsed.of(parse.of(question))).run(arguments, streams);
    }
}
