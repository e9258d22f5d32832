package dev.sluice.cli.design;

import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.http.InvalidRequestException;
import dev.sluice.http.Presets;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.nio.file.Path;
import java.util.List;

/** {@code sluice preset}: the settings of a webhook that a preset stands for. */
public final class PresetCommand implements Command {
    private static final String WITH = "--with";
    private static final String FOLDER = "--presets";

    @Override
    public Usage usage() {
        return Usage.of("preset", "NAME", "the settings of a webhook that a preset stands for, as JSON")
                .option(WITH, "NAME=VALUE,...", "values of its parameters")
                .option(FOLDER, "FOLDER", "where presets of your own are");
    }

    /** Status 1 when there is no such preset, or a parameter is missing; the message says which. */
    @Override
    public int run(Arguments arguments, Streams streams) {
        String name = arguments.operands(1, 1).get(0);
        Presets presets = arguments
                .value(FOLDER)
                .map(folder -> Presets.in(Path.of(folder)))
                .orElseGet(Presets::standard);
        try {
            Obj config = Obj.EMPTY.with("preset", Value.text(name)).with("with", parameters(arguments));
            streams.out().println(ValueJson.pretty(presets.settings(config)));
            return 0;
        } catch (InvalidRequestException wrong) {
            throw new Failure(wrong.pointer() + ": " + wrong.text());
        }
    }

    private static Obj parameters(Arguments arguments) {
        Obj all = Obj.EMPTY;
        for (String pair :
                arguments.value(WITH).map(text -> List.of(text.split(",", -1))).orElse(List.of())) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--with is NAME=VALUE, several with commas");
            }
            all = all.with(pair.substring(0, equals), Value.text(pair.substring(equals + 1)));
        }
        return all;
    }
}
