package dev.sluice.cli.design;

import dev.sluice.InvalidFlowException;
import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.open.Findings;
import dev.sluice.cli.open.Flows;
import dev.sluice.cli.open.Ways;
import dev.sluice.cli.stub.Stubs;
import dev.sluice.flow.DurabilityClass;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.rules.Finding;
import dev.sluice.workbench.analysis.FlowAnalysis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code sluice check}: everything that is wrong or doubtful with a definition. */
public final class CheckCommand implements Command {
    private final Time time;

    public CheckCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return DeliveryCheckOptions.in(
                Usage.of("check", "FLOW.json", "what is wrong or doubtful with a flow; status 1 when it cannot be used")
                        .flag("--json", "a JSON object for each finding instead of a table")
                        .flag("--sarif", "SARIF 2.1.0, as code hosts read it, instead of a table")
                        .option(Flows.STUB, "NAMES", Flows.STUB_SUMMARY));
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        Path file = Path.of(arguments.operands(1, 1).get(0));
        if (arguments.has(DeliveryCheckOptions.DELIVERY)) {
            return DeliveryCheckOptions.run(file, time, arguments, streams);
        }
        List<Finding> findings = findings(file, Flows.stubs(arguments));
        if (arguments.has("--sarif")) {
            streams.out().print(Sarif.of(file, findings));
        } else if (arguments.has("--json")) {
            streams.out().print(Findings.json(findings));
        } else {
            streams.out().print(Findings.table(findings));
            streams.out().print(findings.isEmpty() ? "all is well\n" : Findings.count(findings) + "\n");
        }
        return Findings.errors(findings) == 0 ? 0 : 1;
    }

    private List<Finding> findings(Path file, List<String> stubs) {
        try (Sluice sluice = Stubs.wire(Ways.wire(Sluice.builder(), Path.of(".")), time, stubs)
                .build()) {
            // Nothing is kept here, so nothing need survive: that is asked where the flow is opened over its store.
            FlowDefinition flow = Flows.read(file).toBuilder()
                    .durability(DurabilityClass.MEMORY)
                    .build();
            List<Finding> findings = new ArrayList<>(sluice.check(flow));
            findings.addAll(FlowAnalysis.standard().beyond(flow));
            return findings;
        } catch (InvalidFlowException unreadable) {
            return unreadable.findings();
        }
    }
}
