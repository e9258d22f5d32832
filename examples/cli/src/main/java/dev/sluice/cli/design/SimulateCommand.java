package dev.sluice.cli.design;

import dev.sluice.InvalidFlowException;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.leads.LeadFile;
import dev.sluice.cli.leads.LeadForm;
import dev.sluice.cli.open.Findings;
import dev.sluice.cli.open.Flows;
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
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** {@code sluice simulate}: months of leads drawn from sample rows or profiles, a line a day. */
public final class SimulateCommand implements Command {
    private static final String FROM = "--from";

    @Override
    public Usage usage() {
        return Usage.of(
                        "simulate",
                        "FLOW.json LEADS.csv|LEADS.jsonl|PROFILE.json",
                        "days of leads drawn from sample rows or profiles, to buyers that are models; a line for each day")
                .option(FROM, "DATE", "the first day; 2026-01-01 when left out")
                .option("--days", "NUMBER", "how many; 30 when left out")
                .option("--per-day", "NUMBER", "leads a day; 100 when left out")
                .option(
                        "--weekend",
                        "NUMBER",
                        "leads on each Saturday and Sunday; as many as on other days when left out")
                .option("--week", "N,N,N,N,N,N,N", "leads on each day from Monday to Sunday instead")
                .option("--hours", "N,N,...", "24 weights of the hours of a day from 0 to 23; all alike when left out")
                .option("--latency", "ID=MILLIS,...", "how long recipients take to answer; no time when left out")
                .option("--price", "ID=AMOUNT,...", "what recipients name or bid; nothing when left out")
                .option("--accept", "ID=PERCENT,...", "how many of a hundred leads recipients take; all when left out")
                .option("--source", "ID", "the source of leads that name none")
                .option("--seed", "NUMBER", "another chance; without it every run draws the same");
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        List<String> files = arguments.operands(2, 2);
        FlowDefinition flow = Flows.read(Path.of(files.get(0)));
        Simulation simulation = Simulation.of(flow, leads(Path.of(files.get(1)), arguments))
                .arrivals(arrivals(arguments))
                .seed(number(arguments, "--seed", 1));
        buyers(arguments).forEach(simulation::buyer);
        try {
            simulation.run(from(arguments), number(arguments, "--days", 30)).forEach(day -> streams.out()
                    .print(ValueJson.write(day.toValue()) + "\n"));
            return 0;
        } catch (InvalidFlowException invalid) {
            throw new Failure("the flow cannot be used: " + Findings.count(invalid.findings()) + "\n"
                    + Findings.table(invalid.findings()).stripTrailing());
        }
    }

    private static Arrivals arrivals(Arguments arguments) {
        int perDay = number(arguments, "--per-day", 100);
        Arrivals days = Arrivals.weekly(perDay, number(arguments, "--weekend", perDay));
        try {
            Optional<String> week = arguments.value("--week");
            Arrivals all = week.isPresent() ? Arrivals.onDays(numbers(week.get(), "--week")) : days;
            Optional<String> hours = arguments.value("--hours");
            return hours.isPresent() ? all.byHour(numbers(hours.get(), "--hours")) : all;
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private static int[] numbers(String list, String option) {
        return Arrays.stream(list.split(",", -1))
                .mapToInt(each -> whole(each.strip(), option))
                .toArray();
    }

    private static Leads leads(Path file, Arguments arguments) {
        if (!file.toString().endsWith(".json")) {
            return Leads.sampledFrom(rows(file, arguments));
        }
        try {
            return ProfileFile.read(file);
        } catch (IOException unreadable) {
            throw new UsageException("cannot read " + unreadable.getMessage());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(file + ": " + wrong.getMessage());
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

    private static Map<String, BuyerModel> buyers(Arguments arguments) {
        Map<String, BuyerModel> models = new LinkedHashMap<>();
        each(arguments, "--accept", (id, text) -> {
            BuyerModel model = BuyerModel.accepting(whole(text, "--accept"));
            models.put(id, model);
        });
        each(arguments, "--latency", (id, text) -> {
            Duration time = Duration.ofMillis(whole(text, "--latency"));
            models.merge(id, BuyerModel.EAGER.after(time), (known, none) -> known.after(time));
        });
        each(arguments, "--price", (id, text) -> {
            BuyerModel paying = BuyerModel.EAGER.paying(text);
            models.merge(id, paying, (known, none) -> known.paying(text));
        });
        return models;
    }

    /** Reads {@code premier=80,rest=50}. */
    private static void each(Arguments arguments, String option, BiConsumer<String, String> see) {
        for (String each :
                arguments.value(option).map(text -> text.split(",", -1)).orElse(new String[0])) {
            String[] parts = each.split("=", -1);
            if (parts.length != 2) {
                throw new UsageException(option + " is a list such as premier=80,rest=50");
            }
            try {
                see.accept(parts[0].strip(), parts[1].strip());
            } catch (NumberFormatException noNumber) {
                throw new UsageException(option + " has no number for " + parts[0].strip());
            } catch (IllegalArgumentException wrong) {
                throw new UsageException(String.valueOf(wrong.getMessage()));
            }
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
