package dev.sluice.cli.work;

import dev.sluice.DueReport;
import dev.sluice.InvalidFlowException;
import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.log.ExportOptions;
import dev.sluice.cli.open.Findings;
import dev.sluice.cli.open.Formats;
import dev.sluice.cli.open.Stores;
import dev.sluice.cli.open.Ways;
import dev.sluice.export.ExportPlan;
import dev.sluice.export.ExportPlanStatus;
import dev.sluice.export.Exports;
import dev.sluice.json.ExportPlanJson;
import dev.sluice.json.ValueJson;
import dev.sluice.rules.Finding;
import dev.sluice.types.Moment;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/** {@code sluice exports}: exports by the clock; planning them, how they stand, and making what is due. */
public final class ExportsCommand implements Command {
    private static final String ACCOUNT = "--account";
    private static final String TO = "--to";
    private static final String PLAN = "--plan";
    private static final String DUE = "--due";
    private static final int MOST_PLANS = 1_000;
    private static final int MOST_DUE = 1_000;

    private final Time time;

    public ExportsCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return ExportOptions.pseudonyms(Usage.of(
                        "exports",
                        "PLAN.json..",
                        "how exports by the clock stand; planning them, and making what is due"))
                .option(Stores.OPTION, Stores.ADDRESS, "the store, such as jdbc:sqlite:leads.db; needed")
                .option(ACCOUNT, "ID", "whose exports; 'default' when left out")
                .option(TO, "FOLDER", "the folder of the transport 'folder'; where one is when left out")
                .flag(PLAN, "keep the plans in the store, in place of those of the same id")
                .flag(DUE, "make what is due: planned exports, and files of batches");
    }

    /** Status 1 when a plan is wrong. */
    @Override
    public int run(Arguments arguments, Streams streams) {
        List<String> files = arguments.operands(0, MOST_PLANS);
        String url = arguments
                .value(Stores.OPTION)
                .orElseThrow(() -> new UsageException("sluice exports needs --store, where plans are kept"));
        Path folder = Path.of(arguments.value(TO).orElse("."));
        try (Sluice sluice = sluice(url, arguments.value(ACCOUNT).orElse("default"), folder)) {
            Exports exports = exports(sluice, arguments, folder);
            List<ExportPlan> plans = files.stream().map(ExportsCommand::read).toList();
            if (arguments.has(PLAN)) {
                plans.forEach(plan -> keep(plan, exports));
            }
            if (arguments.has(DUE)) {
                long done = due(sluice::runDue);
                streams.err().println("sluice: " + done + " pieces of work done");
            }
            plans.forEach(plan -> streams.out().print(status(plan.id(), exports) + "\n"));
            return 0;
        }
    }

    private Sluice sluice(String url, String account, Path folder) {
        Sluice.Builder sluice =
                Sluice.builder().store(Stores.open(url)).account(account).time(time);
        return Ways.wire(sluice, folder).build();
    }

    private static Exports exports(Sluice sluice, Arguments arguments, Path folder) {
        Exports.Builder exports = ExportOptions.over(sluice, arguments);
        Formats.BY_NAME.forEach(exports::format);
        Ways.all(folder).forEach(exports::transport);
        return exports.build();
    }

    private static ExportPlan read(String file) {
        try {
            return ExportPlanJson.read(Files.readString(Path.of(file)));
        } catch (InvalidFlowException invalid) {
            throw wrong(file, invalid.findings());
        } catch (IOException unreadable) {
            throw new UsageException(
                    "cannot read " + file + ": " + unreadable.getClass().getSimpleName());
        }
    }

    private static void keep(ExportPlan plan, Exports exports) {
        List<Finding> found = exports.plan(plan);
        if (!found.isEmpty()) {
            throw wrong("plan '" + plan.id() + "'", found);
        }
    }

    private static Failure wrong(String what, List<Finding> found) {
        return new Failure(what + " cannot be used: " + Findings.count(found) + "\n"
                + Findings.table(found).stripTrailing());
    }

    /** One piece of work may plan another, so rounds are made until there is none; what failed is tried later. */
    static long due(IntFunction<DueReport> work) {
        long done = 0;
        int round = work.apply(MOST_DUE).done().size();
        while (round > 0) {
            done += round;
            round = work.apply(MOST_DUE).done().size();
        }
        return done;
    }

    private static String status(String id, Exports exports) {
        Obj line = Obj.EMPTY.with("plan", Value.text(id));
        return ValueJson.write(exports.planned(id)
                .map(status -> of(line, status))
                .orElse(line.with("state", Value.text("not planned"))));
    }

    private static Obj of(Obj line, ExportPlanStatus status) {
        Obj known = line.with("state", Value.text(status.nextTime().isPresent() ? "planned" : "disabled"))
                .with("exports", Value.number(status.exports()));
        Obj timed = status.nextTime()
                .map(next -> known.with("next", Moment.of(next)))
                .orElse(known);
        return status.lastExport()
                .map(last -> timed.with("last", Value.text(last.id()))
                        .with("last_state", Value.text(last.state().text()))
                        .with("last_rows", Value.number(last.rows()))
                        .with("problem", Value.text(last.why().orElse(null))))
                .orElse(timed);
    }
}
