package dev.sluice.export;

import static java.util.Objects.requireNonNull;

import dev.sluice.Sluice;
import dev.sluice.audit.Horizon;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.Transport;
import dev.sluice.event.EventType;
import dev.sluice.event.FieldPrivacy;
import dev.sluice.event.InvalidQueryException;
import dev.sluice.event.Pseudonyms;
import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.export.internal.ColumnChoice;
import dev.sluice.export.internal.Patience;
import dev.sluice.export.internal.Place;
import dev.sluice.export.internal.Sent;
import dev.sluice.export.internal.Source;
import dev.sluice.export.internal.Sources;
import dev.sluice.report.InvalidReportException;
import dev.sluice.report.ReportDefinition;
import dev.sluice.report.Reports;
import dev.sluice.rules.Finding;
import dev.sluice.store.WorkItem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Leads and events as files. An export is kept in the store and goes on when {@link Sluice#runDue} is called, here or in
 * another process, also after a crash; or it is written at once to a stream. Each leaves {@code export.started} and how it ended
 * in the log, on the stream of the account. A row is in memory at a time, and a page of the log.
 *
 * <p>Safe on any thread.
 */
public final class Exports {
    /** Well below {@link dev.sluice.DueWork#LEASE_MINUTES}, so that nobody else takes what is being done. */
    private static final Duration AT_A_TIME = Duration.ofMinutes(3);

    private static final int LOOK_EVERY = 8_192;

    private final Sluice sluice;
    private final Map<String, RowFormat> formats;
    private final Map<String, Transport> transports;
    private final Map<String, Role> roles;
    private final Map<String, FieldPrivacy> fields;
    private final @Nullable Pseudonyms pseudonyms;
    private final Path spool;
    private final Patience patience;
    private final ExportListener listener;
    private final Jobs jobs;
    private final Plans plans;
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

    private Exports(Builder builder) {
        this.sluice = builder.sluice;
        this.formats = Map.copyOf(builder.formats);
        this.transports = Map.copyOf(builder.transports);
        this.roles = Map.copyOf(builder.roles);
        this.fields = Map.copyOf(builder.fields);
        this.pseudonyms = builder.pseudonyms;
        this.spool = builder.spool;
        this.patience = new Patience(builder.executor, builder.timeout);
        this.listener = builder.listener;
        this.jobs = new Jobs(sluice, this::role);
        this.plans = new Plans(sluice, jobs, this::role);
        sluice.dueWork(Jobs.KIND, this::due);
        sluice.dueWork(Plans.KIND, plans::due);
    }

    /** Starts with what exports of this account need. */
    public static Builder over(Sluice sluice) {
        return new Builder(requireNonNull(sluice, "sluice"));
    }

    /**
     * Plans an export. It ends, done or not, with {@code export.completed}, {@code export.failed} or {@code export.cancelled}.
     *
     * @throws IllegalArgumentException if the format, the transport or the reader's role is not wired
     * @throws dev.sluice.event.InvalidQueryException if the query is none
     * @throws InvalidReportException if the report is none
     */
    public ExportJob start(ExportRequest request) {
        checked(request);
        transport(request);
        return jobs.ask(request, now(), true).shown();
    }

    /**
     * Plans exports by the clock, in place of a plan of the same id; kept in the store, so that of all processes that share it one
     * makes each. {@link Sluice#runDue} does so a minute after the time, when what happened until then is surely written.
     *
     * @return everything that is wrong with it; then nothing is planned
     */
    public List<Finding> plan(ExportPlan plan) {
        List<Finding> wrong = check(plan);
        if (wrong.isEmpty()) {
            plans.keep(plan);
        }
        return wrong;
    }

    /** Everything that is wrong with a plan; empty when it can be kept. */
    public List<Finding> check(ExportPlan plan) {
        List<Finding> found = new ArrayList<>(PlanChecks.of(plan));
        ExportRequest request = plan.request();
        named(formats, request.format(), "/format", found);
        named(transports, request.transport(), "/transport/plugin", found);
        Transport transport = transports.get(request.transport());
        if (transport != null) {
            transport
                    .check(request.config())
                    .forEach(problem -> found.add(
                            Finding.error(problem.code(), "/transport/config" + problem.pointer(), problem.text())));
        }
        if (found.isEmpty()) {
            asked(request, found);
        }
        return found;
    }

    private static void named(Map<String, ?> wired, String name, String pointer, List<Finding> found) {
        if (!wired.containsKey(name)) {
            found.add(Finding.error(
                    "unknown_plugin",
                    pointer,
                    "nothing is wired as '" + name + "'; there are "
                            + wired.keySet().stream().sorted().toList()));
        }
    }

    private void asked(ExportRequest request, List<Finding> found) {
        try {
            checked(request);
        } catch (InvalidReportException wrong) {
            wrong.findings().forEach(finding -> found.add(finding.below("/report")));
        } catch (InvalidQueryException wrong) {
            found.add(Finding.error("invalid_query", "/query", String.valueOf(wrong.getMessage())));
        } catch (NoPseudonymsException wrong) {
            found.add(Finding.error("no_pseudonyms", "/treatments", String.valueOf(wrong.getMessage())));
        } catch (IllegalArgumentException wrong) {
            found.add(Finding.error("unknown_role", "/role", String.valueOf(wrong.getMessage())));
        }
    }

    /** How a plan stands; empty when there is none of this id. */
    public Optional<ExportPlanStatus> planned(String id) {
        return plans.find(requireNonNull(id, "id"))
                .map(state -> new ExportPlanStatus(
                        state.plan(),
                        state.next(),
                        state.exports(),
                        state.job().isEmpty() ? null : job(state.job()).orElse(null)));
    }

    /** How far an export is; empty when there is none of this id. */
    public Optional<ExportJob> job(String id) {
        return jobs.find(requireNonNull(id, "id")).map(Job::shown);
    }

    /**
     * Goes on with an export on this thread until it has ended, or has to wait for another try. What a crash left half done
     * is done again, and gives the same files.
     *
     * @throws IllegalArgumentException if there is none of this id
     */
    public ExportJob run(String id) {
        return go(known(id), Duration.ofNanos(Long.MAX_VALUE / 2)).shown();
    }

    /**
     * Stops an export: at once where it runs in this process, else after its present file. One that has ended stays as it
     * is.
     *
     * @throws IllegalArgumentException if there is none of this id
     */
    public ExportJob cancel(String id) {
        cancelled.add(id);
        Job job = known(id);
        while (!job.state().isFinal()) {
            Job end = job.ended(ExportState.CANCELLED, null);
            job = jobs.save(end, Duration.ZERO, EventType.EXPORT_CANCELLED).orElseGet(() -> known(id));
        }
        return job.shown();
    }

    /**
     * Writes an export to {@code out} at once, as one file, and flushes it.
     *
     * @throws IOException if {@code out} does; what was written is of no use
     * @throws IllegalArgumentException if the format or the reader's role is not wired
     * @throws dev.sluice.event.InvalidQueryException if the query is none
     */
    public ExportJob write(ExportRequest request, OutputStream out) throws IOException {
        checked(request);
        Job job = jobs.ask(request.inOneFile(), now(), false);
        try {
            return written(job, out).shown();
        } catch (IOException | RuntimeException fault) {
            String why = "the rows cannot be written: " + fault.getClass().getName();
            jobs.save(job.ended(ExportState.FAILED, why), Duration.ZERO, EventType.EXPORT_FAILED);
            throw fault;
        }
    }

    private Job written(Job job, OutputStream out) throws IOException {
        ExportRun run = run(job);
        Job ready = job.with(run.columns());
        Sent sent = new Sent(new Unclosed(out));
        String content = job.id() + "." + format(job.request()).extension();
        Filling.Filled filled = filled(run, ready, sent, content);
        ExportFile file = new ExportFile(
                job.request().compression().named(content), filled.rows(), sent.bytes(), sent.sha256Text());
        Job done = ready.with(file, filled, run.last());
        return jobs.save(done, Duration.ZERO, EventType.EXPORT_COMPLETED).orElse(done);
    }

    private Filling.Filled filled(ExportRun run, Job ready, Sent sent, String content) throws IOException {
        return run.fill(Place.START, ready.knownColumns().orElseThrow(), sent, content);
    }

    private void due(WorkItem item) {
        Optional<Job> job = jobs.find(item.ref());
        if (job.isPresent() && !job.get().state().isFinal()) {
            go(job.get(), AT_A_TIME);
        } else {
            sluice.store().write(new Forget(item.id())).durable();
        }
    }

    private Job go(Job job, Duration budget) {
        return job.state().isFinal() ? job : run(job).files(transport(job.request()), budget);
    }

    private ExportRun run(Job job) {
        ExportRun.Wired wired = new ExportRun.Wired(format(job.request()), spool, patience, sluice.time());
        return new ExportRun(jobs, wired, content(job), job);
    }

    private Content content(Job job) {
        RowFormat format = format(job.request());
        ReportDefinition report = job.request().report();
        return report == null
                ? new LogContent<>(source(job.request(), job.asOf()), format, job, new Ear(job.id()), horizon())
                : ReportContent.of(reports(job.asOf()), report, job.asOf(), format, job.request());
    }

    private Source<?> source(ExportRequest request, Instant asOf) {
        Sources sources = new Sources(sluice.store().events(), sluice.account());
        ColumnChoice columns = request.columns().choice();
        Reader reader = seeing(request.reader());
        return request.kind() == ExportKind.EVENTS
                ? sources.events(request.query(), columns, reader, asOf)
                : sources.leads(request.query(), columns, reader, asOf);
    }

    private Horizon horizon() {
        return new Horizon(sluice.store().events(), sluice.account());
    }

    private Reader seeing(Reader reader) {
        Reader known = reader.of(fields);
        return pseudonyms == null ? known : known.with(pseudonyms);
    }

    private Reports reports(Instant asOf) {
        return Reports.over(sluice.store().events(), sluice.account(), new ReportContent.Then(asOf))
                .fields(fields);
    }

    private Job known(String id) {
        return jobs.find(id).orElseThrow(() -> new IllegalArgumentException("there is no export '" + id + "'"));
    }

    private void checked(ExportRequest request) {
        format(request);
        Reader reader = request.reader();
        if (!role(reader.role().name()).equals(reader.role())) {
            throw new IllegalArgumentException(
                    "role '" + reader.role().name() + "' is wired with other rights than the reader's");
        }
        if (seeing(reader).lacksPseudonyms()) {
            throw new NoPseudonymsException();
        }
        if (request.report() == null) {
            source(request, now());
        } else {
            answerable(request.report());
        }
    }

    private void answerable(ReportDefinition report) {
        List<Finding> wrong = reports(now()).check(report);
        if (!wrong.isEmpty()) {
            throw new InvalidReportException(wrong);
        }
    }

    private RowFormat format(ExportRequest request) {
        return wired(formats, "format", request.format());
    }

    private Transport transport(ExportRequest request) {
        return wired(transports, "transport", request.transport());
    }

    private Role role(String name) {
        return wired(roles, "role", name);
    }

    private static <E> E wired(Map<String, E> all, String kind, String name) {
        E one = all.get(name);
        if (one == null) {
            throw new IllegalArgumentException("there is no " + kind + " '" + name + "'; there are "
                    + all.keySet().stream().sorted().toList());
        }
        return one;
    }

    private Instant now() {
        return sluice.time().instant();
    }

    /** Tells the host of rows, and looks now and then whether another process has ended the export. */
    private final class Ear implements Filling.Progress {
        private final String id;
        private long seen;

        private Ear(String id) {
            this.id = id;
        }

        @Override
        public void row(long rows, double share) {
            listener.row(rows, share);
        }

        @Override
        public boolean isStopped() {
            seen++;
            return cancelled.contains(id)
                    || (seen % LOOK_EVERY == 0
                            && jobs.find(id)
                                    .filter(job -> job.state() == ExportState.CANCELLED)
                                    .isPresent());
        }
    }

    /** Collects what a host wires. Not safe for several threads. */
    public static final class Builder {
        private final Sluice sluice;
        private final Map<String, RowFormat> formats = new HashMap<>();
        private final Map<String, Transport> transports = new HashMap<>();
        private final Map<String, Role> roles = new HashMap<>();
        private final Map<String, FieldPrivacy> fields = new HashMap<>();
        private @Nullable Pseudonyms pseudonyms;
        private Path spool = Path.of(System.getProperty("java.io.tmpdir"));
        private @Nullable Executor executor;
        private Duration timeout = Duration.ofMinutes(5);
        private ExportListener listener = (rows, share) -> {};

        private Builder(Sluice sluice) {
            this.sluice = sluice;
            role(Role.AUDITOR).role(Role.OPERATOR).role(Role.ANALYST);
        }

        /** A format that requests name. */
        public Builder format(String name, RowFormat format) {
            formats.put(requireNonNull(name, "name"), requireNonNull(format, "format"));
            return this;
        }

        /** A way for files that requests name. */
        public Builder transport(String name, Transport transport) {
            transports.put(requireNonNull(name, "name"), requireNonNull(transport, "transport"));
            return this;
        }

        /** A role of one's own that readers may have, beside {@code auditor}, {@code operator} and {@code analyst}. */
        public Builder role(Role role) {
            roles.put(role.name(), role);
            return this;
        }

        /** How private fields are that are not as their types say. */
        public Builder fields(Map<String, FieldPrivacy> declared) {
            fields.putAll(declared);
            return this;
        }

        /**
         * What stands in for values where a reader's role or treatments say {@code hash} or {@code tokenise}; every process that
         * goes on with exports needs the same. Without it, such exports are refused.
         */
        public Builder pseudonyms(Pseudonyms keyed) {
            this.pseudonyms = requireNonNull(keyed, "keyed");
            return this;
        }

        /**
         * A folder for files that have not arrived yet, personal values in them; the machine's folder for such files by
         * default. A crash may leave one behind, {@code sluice-export-*.part}.
         */
        public Builder spool(Path folder) {
            this.spool = requireNonNull(folder, "folder");
            return this;
        }

        /** Runs transports, so that a hanging one is given up; without one, they are only told their deadline. */
        public Builder executor(Executor calls) {
            this.executor = requireNonNull(calls, "calls");
            return this;
        }

        /** How long a file may take on its way; 5 minutes by default. */
        public Builder timeout(Duration longest) {
            this.timeout = requireNonNull(longest, "longest");
            return this;
        }

        /** Who is told of every row; nobody by default. */
        public Builder listener(ExportListener ear) {
            this.listener = requireNonNull(ear, "ear");
            return this;
        }

        /** From now on, {@link Sluice#runDue} goes on with exports. */
        public Exports build() {
            return new Exports(this);
        }
    }
}
