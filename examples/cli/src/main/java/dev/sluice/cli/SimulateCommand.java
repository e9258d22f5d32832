package dev.sluice.cli;

import dev.sluice.InvalidFlowException;
import dev.sluice.cli.leads.LeadFile;
import dev.sluice.cli.leads.LeadForm;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Lead;
import dev.sluice.workbench.simulation.Arrivals;
import dev.sluice.workbench.simulation.BuyerModel;
import dev.sluice.workbench.simulation.Leads;
import dev.sluice.workbench.simulation.Simulation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code sluice simulate}: months of leads drawn from sample rows, a line a day. */
final class SimulateCommand implements Command {
    private static final String FROM = "--from";

    @Override
    public Usage usage() {
        return Usage.of(
                        "simulate",
                        "FLOW.json LEADS.csv|LEADS.jsonl",
                        "days of leads drawn from sample rows, to buyers that are models; a line for each day")
                .option(FROM, "DATE", "the first day; 2026-01-01 when left out")
                .option("--days", "NUMBER", "how many; 30 when left out")
                .option("--per-day", "NUMBER", "leads a day; 100 when left out")
                .option(
                        "--weekend",
                        "NUMBER",
                        "leads on each Saturday and Sunday; as many as on other days when left out")
                .option("--accept", "ID=PERCENT,...", "how many of a hundred leads recipients take; all when left out")
                .option("--source", "ID", "the source of leads that name none")
                .option("--seed", "NUMBER", "another chance; without it every run draws the same");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        List<String> files = arguments.operands(2, 2);
        FlowDefinition flow = Flows.read(Path.of(files.get(0)));
        int perDay = number(arguments, "--per-day", 100);
        Simulation simulation = Simulation.of(flow, Leads.sampledFrom(rows(Path.of(files.get(1)), arguments)))
                .arrivals(Arrivals.weekly(perDay, number(arguments, "--weekend", perDay)))
                .seed(number(arguments, "--seed", 1));
        buyers(simulation, arguments.value("--accept"));
        try {
            simulation.run(from(arguments), number(arguments, "--days", 30)).forEach(day -> streams.out()
                    .print(ValueJson.write(day.toValue()) + "\n"));
            return 0;
        } catch (InvalidFlowException invalid) {
            throw new Failure("the flow cannot be used: " + Findings.count(invalid.findings()) + "\n"
                    + Findings.table(invalid.findings()).stripTrailing());
        }
    }

    private static List<Lead> rows(Path file, Arguments arguments) {
        LeadForm form = new LeadForm(arguments.value("--source"), false);
        try (InputStream in = Files.newInputStream(file);
                LeadFile leads = LeadFile.open(in, form, bad -> {})) {
            List<Lead> rows = new ArrayList<>();
            leads.leads().forEachRemaining(rows::add);
            if (rows.isEmpty()) {
                throw new UsageException(file + " has no rows to draw leads from");
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UsageException("cannot read " + unreadable.getMessage());
        }
    }

    private static void buyers(Simulation simulation, Optional<String> accept) {
        for (String each : accept.map(text -> text.split(",", -1)).orElse(new String[0])) {
            String[] parts = each.split("=", -1);
            if (parts.length != 2) {
                throw new UsageException("--accept is a list such as premier=80,rest=50");
            }
            simulation.buyer(parts[0], BuyerModel.accepting(whole(parts[1], "--accept")));
        }
    }

    private static LocalDate from(Arguments arguments) {
        try {
            return LocalDate.parse(arguments.value(FROM).orElse("2026-01-01"));
        } catch (DateTimeParseException noDate) {
            throw new UsageException(FROM + " is a date such as 2026-01-01");
        }
    }

    private static int number(Arguments arguments, String option, int otherwise) {
        return arguments.value(option).map(text -> whole(text, option)).orElse(otherwise);
    }

    private static int whole(String text, String option) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException noNumber) {
            throw new UsageException(option + " is a whole number");
        }
    }
}
