package dev.sluice.cli;

import java.time.InstantSource;

/** {@code sluice parse}: what a field type makes of an input. */
final class ParseCommand implements Command {
    private final Parse parse;

    ParseCommand(InstantSource clock) {
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
