package dev.sluice.cli.run;

import dev.sluice.Flow;
import dev.sluice.Recovered;
import dev.sluice.RecoveryReport;
import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Command;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.leads.LeadFile;
import dev.sluice.cli.leads.LeadForm;
import dev.sluice.cli.log.RunPage;
import dev.sluice.cli.log.Timeline;
import dev.sluice.cli.open.Flows;
import dev.sluice.cli.open.KeyFile;
import dev.sluice.cli.open.Stores;
import dev.sluice.cli.open.Ways;
import dev.sluice.cli.open.Web;
import dev.sluice.cli.stub.Stubs;
import dev.sluice.store.Store;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** {@code sluice run}: a file of leads through a flow, as fast as it goes. */
public final class RunCommand implements Command {
    private static final String SOURCE = "--source";
    private static final String NOW = "--now";
    private static final String SEED = "--seed";
    private static final String ONCE = "--once";

    private final Time time;

    public RunCommand(Time time) {
        this.time = time;
    }

    @Override
    public Usage usage() {
        return Web.usage(Usage.of(
                        "run",
                        "FLOW.json LEADS.csv|LEADS.jsonl",
                        "leads through a flow; a line for each lead, and a summary")
                .option(KeyFile.OPTION, "FILE", KeyFile.SUMMARY)
                .option(Stores.OPTION, Stores.ADDRESS, "keep events and counts there, such as jdbc:sqlite:leads.db")
                .option(RunOutputs.OUT, "FILE", "the line for each lead; standard output unless that is a terminal")
                .option(RunOutputs.EVENTS, "FILE", "every event as JSON, personal values masked")
                .option(SOURCE, "ID", "the source of leads that name none")
                .flag(NOW, "submit now by the wall clock, instead of when submitted_at says")
                .flag(
                        ONCE,
                        "each row of this file once, over all runs with this store: after a crash, run the same again")
                .option(SEED, "NUMBER", "another chance; without it every run draws the same")
                .option(RunPage.REPORT, "FILE", "one HTML page of what became of all leads in the store")
                .flag(RunPage.WATCH, "with --report: the page is written while leads run, and loads itself anew")
                .option(RunPage.ROLE, RunPage.ROLES, RunPage.ROLE_SUMMARY)
                .option(RunOutputs.PROGRESS, "bar|lines|none", "how progress is shown; a bar on a terminal")
                .option(Flows.STUB, "NAMES", Flows.STUB_SUMMARY));
    }

    /** Status 1 when a lead could not be read, or may have been lost by the store. */
    @Override
    public int run(Arguments arguments, Streams streams) {
        Path flow = Path.of(arguments.operands(1, 2).get(0));
        Store store = RunPage.store(arguments);
        StoredSoFar soFar = StoredSoFar.in(store.events());
        soFar.told().ifPresent(streams.err()::println);
        Time clock = arguments.has(NOW) ? time : new RecordedTime(time.instant());
        Web web = Web.of(arguments);
        Sluice.Builder wired = Stubs.wire(
                        web.wiring().apply(Ways.wire(Sluice.builder(), Path.of("."))), clock, Flows.stubs(arguments))
                .store(store)
                .time(clock)
                .random(new SplittableRandom(seed(arguments)))
                .ids(new NumberedIds(soFar.highest()));
        arguments.value(KeyFile.OPTION).map(KeyFile::open).ifPresent(keys -> wired.workingKeys(keys.keys())
                .indexKey(keys.indexKey()));
        ExecutorService commits = Executors.newSingleThreadExecutor();
        try (web;
                Sluice sluice = wired.commits(commits).build()) {
            recover(sluice, streams);
            Flow opened = Flows.open(sluice, flow);
            String title = opened.definition().name();
            return run(opened, RunPage.of(arguments, sluice, title, time::nanos), arguments, streams);
        } finally {
            commits.shutdown();
        }
    }

    /** Leads that a run before this one left on their way. */
    private static void recover(Sluice sluice, Streams streams) {
        RecoveryReport report = sluice.recover();
        if (!report.leads().isEmpty()) {
            streams.err().println("sluice: leads that were cut off: " + report);
            report.leads().stream()
                    .filter(lead -> lead.fate() == Recovered.Fate.WAITING)
                    .forEach(lead -> streams.err().println("sluice: " + lead.leadId() + " waits: " + lead.reason()));
        }
    }

    private static long seed(Arguments arguments) {
        try {
            return Long.parseLong(arguments.value(SEED).orElse("1"));
        } catch (NumberFormatException noNumber) {
            throw new UsageException("--seed is a whole number");
        }
    }

    private int run(Flow flow, Optional<RunPage> page, Arguments arguments, Streams streams) {
        LeadForm form = new LeadForm(arguments.value(SOURCE), !arguments.has(NOW));
        Optional<Path> file = arguments.file(1);
        try (InputStream in = file.isPresent() ? Files.newInputStream(file.get()) : streams.in();
                RunOutputs outputs = RunOutputs.open(arguments, streams, time::nanos)) {
            page.ifPresent(outputs.listeners()::add);
            Passage passage = new Passage(outputs.listeners(), outputs.progress(), streams.err()::println);
            LeadFile leads = LeadFile.open(in, form, passage);
            long start = time.nanos();
            UnaryOperator<Lead> keyed = arguments.has(ONCE) ? RowKeys.of(file) : UnaryOperator.identity();
            passage.through(flow, keyed, leads, file.isPresent() ? Files.size(file.get()) : -1);
            double seconds = (time.nanos() - start) / 1e9;
            outputs.flush();
            page.ifPresent(RunPage::end);
            streams.err().print("\n" + Summary.of(passage.tally(), passage.badLines(), seconds));
            streams.err().print("\n" + Timeline.advice(arguments, passage.lastLead()));
            return passage.badLines() + passage.tally().unsettled() == 0 ? 0 : 1;
        } catch (IOException unreadable) {
            throw new UsageException("cannot read or write " + unreadable.getMessage());
        } catch (UncheckedIOException unwritable) {
            throw new UsageException("cannot write " + unwritable.getMessage());
        }
    }
}
