package dev.sluice.cli.log;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.KeyFile;
import dev.sluice.cli.open.Roles;
import dev.sluice.cli.open.Stores;
import dev.sluice.event.Reader;
import dev.sluice.json.ReportJson;
import dev.sluice.json.ValueJson;
import dev.sluice.report.Funnel;
import dev.sluice.report.InvalidReportException;
import dev.sluice.report.Period;
import dev.sluice.report.Report;
import dev.sluice.report.ReportDefinition;
import dev.sluice.report.Reports;
import dev.sluice.report.StandardReports;
import dev.sluice.store.Store;
import dev.sluice.workbench.page.Page;
import dev.sluice.workbench.page.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** {@code sluice report}: numbers from a store, as a table, JSON or CSV. */
public final class ReportCommand implements Command {
    private static final String FUNNEL = "funnel";
    private static final String HTML = "--html";
    private static final String ZONE = "--zone";
    private static final String FROM = "--from";
    private static final String TO = "--to";

    private final Time time;

    public ReportCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return Usage.of("report", "[NAME|REPORT.json]", "numbers from a store: " + names())
                .option(Stores.OPTION, Stores.ADDRESS, "where the events are, such as jdbc:sqlite:leads.db")
                .option("--format", "table|json|csv", "a table for people when left out")
                .option(
                        HTML,
                        "FILE",
                        "one HTML page of what became of all leads, with NAME as a table of its own if given")
                .option(RunPage.ROLE, RunPage.ROLES, "with --html: " + RunPage.ROLE_SUMMARY)
                .option(KeyFile.OPTION, "FILE", "with --html: the keys that personal values were sealed with")
                .option(FROM, "MOMENT", "from this moment on, instead of what the report says")
                .option(TO, "MOMENT", "until before this moment")
                .option(ZONE, "ID", "days and hours by the clock of this zone")
                .option("--account", "ID", "of this account; 'default' when left out");
    }

    private static String names() {
        return FUNNEL + ", " + String.join(", ", StandardReports.all().keySet());
    }

    @Override
    public int run(Arguments arguments, Streams streams) {
        if (arguments.value(HTML).isPresent()) {
            return page(Path.of(arguments.value(HTML).get()), arguments);
        }
        String name = arguments.operands(1, 1).get(0);
        String format = arguments.value("--format").orElse("table");
        String url = arguments
                .value(Stores.OPTION)
                .orElseThrow(() -> new UsageException("say where the events are: --store jdbc:sqlite:leads.db"));
        try (Store store = Stores.open(url)) {
            Reports reports =
                    Reports.over(store.events(), arguments.value("--account").orElse("default"), time);
            streams.out()
                    .print(name.equals(FUNNEL) ? funnel(reports, arguments) : report(reports, name, arguments, format));
            return 0;
        } catch (InvalidReportException invalid) {
            throw new Failure(String.valueOf(invalid.getMessage()));
        }
    }

    /** One page of everything; a report that is named as well stands there as a section. */
    private int page(Path file, Arguments arguments) {
        if (arguments.value(Stores.OPTION).isEmpty()) {
            throw new UsageException("say where the events are: --store jdbc:sqlite:leads.db");
        }
        try (Sluice sluice = Sluice.builder()
                .store(Stores.open(arguments))
                .account(arguments.value("--account").orElse("default"))
                .time(time)
                .build()) {
            Page page = Page.over(sluice)
                    .titled("What became of leads")
                    .seenBy(Reader.of("sluice report", Roles.of(arguments)))
                    .in(period(arguments).orElse(Period.ALL))
                    .in(zone(arguments).orElse(ZoneOffset.UTC));
            for (String name : arguments.operands(0, 1)) {
                page = page.with(Section.of(Reports.over(sluice).run(asked(definition(name), arguments))));
            }
            page.write(file);
            return 0;
        } catch (InvalidReportException invalid) {
            throw new Failure(String.valueOf(invalid.getMessage()));
        } catch (IOException unwritable) {
            throw new UsageException("cannot write " + unwritable.getMessage());
        }
    }

    private static String report(Reports reports, String name, Arguments arguments, String format) {
        Report report = reports.run(asked(definition(name), arguments));
        return switch (format) {
            case "table" -> ReportText.table(report);
            case "csv" -> ReportText.csv(report);
            case "json" -> ValueJson.write(ReportJson.write(report)) + "\n";
            default -> throw new UsageException("a report is a table, json or csv, not '" + format + "'");
        };
    }

    private static String funnel(Reports reports, Arguments arguments) {
        Period period = period(arguments).orElse(Period.ALL);
        return ReportText.funnel(reports.funnel(Funnel.SALES, period, ReportDefinition.Filter.NONE));
    }

    /** A standard report, or one in a file. */
    static ReportDefinition definition(String name) {
        ReportDefinition known = StandardReports.all().get(name);
        if (known != null) {
            return known;
        }
        if (!name.endsWith(".json")) {
            throw new UsageException("there is no report '" + name + "'; name a file, or one of " + names());
        }
        try {
            return ReportDefinition.parse(Files.readString(Path.of(name)));
        } catch (IOException unreadable) {
            throw new UsageException("cannot read " + unreadable.getMessage());
        }
    }

    private static ReportDefinition asked(ReportDefinition report, Arguments arguments) {
        ReportDefinition asked = period(arguments).map(report::in).orElse(report);
        return zone(arguments).map(asked::in).orElse(asked);
    }

    private static Optional<ZoneId> zone(Arguments arguments) {
        try {
            return arguments.value(ZONE).map(ZoneId::of);
        } catch (DateTimeException unknown) {
            throw new UsageException(
                    "there is no time zone '" + arguments.value(ZONE).orElse("") + "'");
        }
    }

    private static Optional<Period> period(Arguments arguments) {
        if (arguments.value(FROM).isEmpty() && arguments.value(TO).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Period.between(
                    arguments.value(FROM).map(Instant::parse).orElse(Instant.MIN),
                    arguments.value(TO).map(Instant::parse).orElse(Instant.MAX)));
        } catch (DateTimeException unreadable) {
            throw new UsageException("moments are written as 2026-03-01T00:00:00Z");
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }
}
