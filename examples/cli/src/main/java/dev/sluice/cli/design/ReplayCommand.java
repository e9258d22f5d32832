package dev.sluice.cli.design;

import dev.sluice.InvalidFlowException;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.Findings;
import dev.sluice.cli.open.Flows;
import dev.sluice.cli.open.Stores;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Store;
import dev.sluice.workbench.replay.LeadDifference;
import dev.sluice.workbench.replay.Replay;
import dev.sluice.workbench.replay.ReplayReport;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;

/** {@code sluice replay}: what would have become of recorded leads in another flow. */
public final class ReplayCommand implements Command {
    private static final String HTML = "--html";
    private static final long TOLD_EVERY = 10_000;

    @Override
    public Usage usage() {
        return Usage.of(
                        "replay",
                        "FLOW_B.json",
                        "recorded leads through a changed flow, calling nobody; status 1 when anything differs")
                .option(Stores.OPTION, Stores.ADDRESS, "where the leads are, such as jdbc:sqlite:leads.db")
                .option("--flow", "ID", "leads of this flow; of the one with the same id when left out")
                .option("--account", "ID", "of this account; 'default' when left out")
                .option("--from", "MOMENT", "leads from then on, such as 2026-10-01T00:00:00Z")
                .option("--to", "MOMENT", "leads before then")
                .flag("--leads", "a line for each lead for which something differs, before the sums")
                .option(
                        HTML,
                        "FILE",
                        "also a page of the recorded leads, with the sums of both flows and leads that differ")
                .flag("--json", "the sums as one JSON object instead of a table");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        FlowDefinition changed = Flows.read(Path.of(arguments.operands(1, 1).get(0)));
        String url = arguments
                .value(Stores.OPTION)
                .orElseThrow(() -> new UsageException("say where the leads are: --store jdbc:sqlite:leads.db"));
        try (Store store = Stores.open(url)) {
            Replay replay = replay(store, changed, arguments).progress(leads -> progress(leads, streams));
            ReplayPage page = new ReplayPage(changed);
            Consumer<LeadDifference> each = arguments.has("--leads") ? each(streams) : lead -> {};
            ReplayReport report = replay.run(each.andThen(page::see));
            if (arguments.value(HTML).isPresent()) {
                page.write(
                        store,
                        report,
                        account(arguments),
                        Path.of(arguments.value(HTML).get()));
            }
            streams.out().print(arguments.has("--json") ? ValueJson.write(report.toValue()) + "\n" : report.text());
            return report.isSame() ? 0 : 1;
        } catch (InvalidFlowException invalid) {
            throw new Failure("the flow cannot be used: " + Findings.count(invalid.findings()) + "\n"
                    + Findings.table(invalid.findings()).stripTrailing());
        }
    }

    private static Replay replay(Store store, FlowDefinition changed, Arguments arguments) {
        return Replay.of(store, changed)
                .leadsOf(arguments.value("--flow").orElse(changed.id()))
                .account(account(arguments))
                .between(moment(arguments, "--from", Instant.MIN), moment(arguments, "--to", Instant.MAX));
    }

    private static String account(Arguments arguments) {
        return arguments.value("--account").orElse("default");
    }

    private static Instant moment(Arguments arguments, String option, Instant otherwise) {
        try {
            return arguments.value(option).map(Instant::parse).orElse(otherwise);
        } catch (DateTimeParseException noMoment) {
            throw new UsageException(option + " is a moment such as 2026-10-01T00:00:00Z");
        }
    }

    private static Consumer<LeadDifference> each(Streams streams) {
        return lead -> {
            if (lead.isDifferent()) {
                streams.out().print(ValueJson.write(lead.toValue()) + "\n");
            }
        };
    }

    private static void progress(long leads, Streams streams) {
        if (leads % TOLD_EVERY == 0) {
            streams.err().println("sluice: " + leads + " leads replayed");
        }
    }
}
