package dev.sluice.cli.design;

import dev.sluice.InvalidFlowException;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.Findings;
import dev.sluice.cli.open.Flows;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.diff.FlowDifference;
import dev.sluice.json.ValueJson;
import java.nio.file.Path;

/** {@code sluice diff}: what differs between two definitions. */
public final class DiffCommand implements Command {
    private static final String JSON = "--json";

    @Override
    public Usage usage() {
        return Usage.of("diff", "BEFORE.json AFTER.json", "what differs between two flows; status 1 when anything does")
                .flag(JSON, "a JSON object for each change and consequence");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        FlowDefinition before = read(arguments, 0);
        FlowDifference difference = FlowDifference.between(before, read(arguments, 1));
        streams.out().print(arguments.has(JSON) ? lines(difference) : difference.text());
        return difference.isEmpty() ? 0 : 1;
    }

    private static FlowDefinition read(Arguments arguments, int index) {
        Path file = Path.of(arguments.operands(2, 2).get(index));
        try {
            return Flows.read(file);
        } catch (InvalidFlowException invalid) {
            throw new UsageException(file + " cannot be read: " + Findings.count(invalid.findings()) + "\n"
                    + Findings.table(invalid.findings()).stripTrailing());
        }
    }

    private static String lines(FlowDifference difference) {
        StringBuilder lines = new StringBuilder();
        difference.changes().forEach(change -> lines.append(ValueJson.write(change.toValue()))
                .append('\n'));
        difference.consequences().forEach(consequence -> lines.append(ValueJson.write(consequence.toValue()))
                .append('\n'));
        return lines.toString();
    }
}
