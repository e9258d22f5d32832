package dev.sluice;

import static java.util.Objects.requireNonNull;

import dev.sluice.batches.Batches;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.ZipEncryption;
import dev.sluice.distribution.BuyerScorer;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.internal.open.Agenda;
import dev.sluice.internal.open.Opening;
import dev.sluice.lists.Lists;
import dev.sluice.pricing.MetricsProvider;
import dev.sluice.pricing.PricingService;
import dev.sluice.rules.Expressions;
import dev.sluice.rules.Finding;
import dev.sluice.rules.ObscenityChecker;
import dev.sluice.rules.TrustedMvel;
import dev.sluice.store.Durability;
import dev.sluice.store.Events;
import dev.sluice.store.Store;
import dev.sluice.store.StoreException;
import dev.sluice.templates.Helper;
import dev.sluice.types.FieldType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/**
 * The front door: wires what a host brings and opens flows. Immutable and safe on any thread; one instance serves all
 * flows of an account. Starts no threads.
 */
public final class Sluice implements AutoCloseable {
    private final Opening opening;
    private final Store store;
    private final String account;
    private final Time time;
    private final Agenda agenda;
    /** The part of it that is about files of batches. */
    private final Agenda files;

    private final Future<?> background;

    private Sluice(HostSettings host) {
        this.store = host.store;
        this.account = host.account;
        this.time = host.time;
        this.opening = host.opening();
        this.agenda = new Agenda(account, store, time, opening.batches().work());
        this.files = new Agenda(account, store, time, opening.batches().work());
        this.background = host.background.begin(this);
    }

    /** Starts with defaults for everything: memory, the machine's clock, no plugins. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Checks a definition, compiles it, and notes its text in the store if it is new.
     *
     * @throws InvalidFlowException with everything that is wrong with it
     */
    public Flow open(FlowDefinition definition) {
        return opening.open(requireNonNull(definition, "definition"), null);
    }

    /**
     * Checks a definition, compiles it, and notes its text in the store, with its author, if it differs from the latest.
     * An earlier definition may be opened again: see {@link FlowRevision}.
     *
     * @param author who is answerable for the change, as the host names people
     * @throws IllegalArgumentException if {@code author} is blank
     * @throws InvalidFlowException with everything that is wrong with it
     */
    public Flow open(FlowDefinition definition, String author) {
        if (author.isBlank()) {
            throw new IllegalArgumentException("the author is blank; name one, or open without an author");
        }
        return opening.open(requireNonNull(definition, "definition"), author);
    }

    /**
     * All definitions that the flow {@code flowId} has had in this store, the first first; none when it was never opened.
     * Reads them all.
     *
     * @throws InvalidFlowException if a definition was opened that is larger than definitions may be read
     */
    public List<FlowRevision> revisions(String flowId) {
        return opening.revisions(requireNonNull(flowId, "flowId"));
    }

    /** Everything that is wrong or doubtful with a definition, errors and warnings, in its order; empty when all is well. */
    public List<Finding> check(FlowDefinition definition) {
        return opening.check(requireNonNull(definition, "definition"));
    }

    /** What is done about deliveries after their lead's end: settling unknown ones, delivering anew. */
    public Deliveries deliveries() {
        return opening.deliveries();
    }

    /** The files of leads of the account. */
    public Batches batches() {
        return opening.batches().control(limit -> files.run(new RecoveryReport(List.of()), limit));
    }

    /** The lists of the account: suppression, customers, duplicates. */
    public Lists lists() {
        return opening.lists();
    }

    /**
     * Goes on with leads that were cut off when their process ended: finishes them where they stopped, under the revision
     * that they began with and with what is wired now. A call that may have been made is made again with the same delivery
     * key, or is unknown where its step says {@code ask}. What cannot go on stays open and is told of. Runs on this thread;
     * safe while leads are submitted, on several threads and in several processes at once, and again and again.
     */
    public RecoveryReport recover() {
        opening.underway().begin();
        try {
            return opening.recover(Integer.MAX_VALUE);
        } finally {
            opening.underway().end();
        }
    }

    /**
     * Does what is due: leads whose owners are gone go on, then planned work of the kinds that {@link #dueWork} names, the
     * oldest first. Runs on this thread; call it now and then, or give {@link Builder#background} a scheduler.
     *
     * @param limit how many pieces of work at most, at least 1
     * @return what was done; empty when nothing is due
     * @throws StoreException if the store cannot be read or written; what was done until then is kept
     */
    public DueReport runDue(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least 1 piece of work is done, not " + limit);
        }
        opening.underway().begin();
        try {
            RecoveryReport leads = opening.recover(limit);
            return agenda.run(leads, limit - leads.leads().size());
        } finally {
            opening.underway().end();
        }
    }

    /**
     * Says who does planned work of a kind. Work of kinds that nobody here does stays for another process.
     *
     * @param kind the kind, as {@link dev.sluice.store.WorkItem#kind} has it; given again, the last one does it
     */
    public void dueWork(String kind, DueWork work) {
        agenda.put(requireNonNull(kind, "kind"), requireNonNull(work, "work"));
    }

    /** Where everything is kept. For what reads or plans beside the journeys: reports, exports, batches. */
    public Store store() {
        return store;
    }

    /** Whose leads these are. */
    public String account() {
        return account;
    }

    /** The host's clock. */
    public Time time() {
        return time;
    }

    /** The log of everything that happened. */
    public Events events() {
        return store.events();
    }

    /**
     * Lets what runs here end, for at most {@code patience}, and closes: leads and pings that were submitted, recovery, due work, of
     * which the background begins no more. Leads that are submitted meanwhile are taken, too, so stop that before. Waits by the
     * host's clock.
     *
     * @return whether everything had ended; if not, the leads on their way end unsettled, and the next process recovers them
     */
    public boolean close(Duration patience) {
        background.cancel(false);
        boolean isDone = opening.underway().await(time, patience);
        store.close();
        return isDone;
    }

    /**
     * Does no more work in the background, and closes the store. Leads that are on their way end unsettled; {@link
     * #close(Duration)} waits for them.
     */
    @Override
    public void close() {
        background.cancel(false);
        store.close();
    }

    /** Collects what a host wires. Everything is optional. Not safe for several threads. */
    public static final class Builder {
        private final HostSettings host = new HostSettings();

        private Builder() {}

        /** Where events and counts are kept; in memory by default. The instance closes it. */
        public Builder store(Store where) {
            host.store = requireNonNull(where, "where");
            return this;
        }

        /** What an answer has to survive at least; nothing by default. A store that promises less is refused. */
        public Builder durability(Durability atLeast) {
            host.durability = requireNonNull(atLeast, "atLeast");
            return this;
        }

        /** The owner of all that is kept; {@code default} by default. */
        public Builder account(String id) {
            host.account = requireNonNull(id, "id");
            return this;
        }

        /** A delivery that recipients name. */
        public Builder delivery(String name, DeliveryPlugin plugin) {
            host.deliveries.put(requireNonNull(name, "name"), requireNonNull(plugin, "plugin"));
            return this;
        }

        /** A format of files that batches name: CSV, JSON, a spreadsheet. */
        public Builder rowFormat(String name, RowFormat format) {
            host.formats.put(requireNonNull(name, "name"), requireNonNull(format, "format"));
            return this;
        }

        /** What brings files to their place, which batches name. */
        public Builder transport(String name, Transport transport) {
            host.transports.put(requireNonNull(name, "name"), requireNonNull(transport, "transport"));
            return this;
        }

        /** What packs the files of batches that have a password. */
        public Builder zipEncryption(ZipEncryption archives) {
            host.encryption = requireNonNull(archives, "archives");
            return this;
        }

        /** Files that all flows may put leads into, beside those that they define themselves. */
        public Builder batch(BatchDefinition batch) {
            host.batches.add(requireNonNull(batch, "batch"));
            return this;
        }

        /**
         * Where files lie, readable for this user only, between being made and being sent; the folder for temporary files
         * of the machine by default. It must be there.
         */
        public Builder spool(Path folder) {
            host.spool = requireNonNull(folder, "folder");
            return this;
        }

        /**
         * Keeps a copy of each file that was sent, readable for this user only, until {@code time} is over. Without it no
         * copy is kept. The folder must be there; processes that share a store share it too.
         */
        public Builder archive(Path folder, Duration time) {
            host.archiveFor = HostSettings.some(time, "copies");
            host.archive = requireNonNull(folder, "folder");
            return this;
        }

        /** A look-up that enhancement steps name. */
        public Builder enricher(String name, Enricher enricher) {
            host.enrichers.put(requireNonNull(name, "name"), requireNonNull(enricher, "enricher"));
            return this;
        }

        /** A service that names prices, which flows and sources name. */
        public Builder pricing(String name, PricingService service) {
            host.pricing.put(requireNonNull(name, "name"), requireNonNull(service, "service"));
            return this;
        }

        /** Who says how well buyers suit a lead, which distributions by score name. */
        public Builder scorer(String name, BuyerScorer scorer) {
            host.scorers.put(requireNonNull(name, "name"), requireNonNull(scorer, "scorer"));
            return this;
        }

        /** Counts that prices depend on; none by default. */
        public Builder metrics(MetricsProvider provider) {
            host.metrics = requireNonNull(provider, "provider");
            return this;
        }

        /** A type of one's own, by its name, beside the built-in ones. */
        public Builder type(FieldType type) {
            host.types = host.types.with(type);
            return this;
        }

        /** A template helper of one's own. */
        public Builder helper(String name, Helper helper) {
            host.templates = host.templates.with(name, helper);
            return this;
        }

        /** Who says what is obscene; by default nothing is, and a rule that asks is a warning. */
        public Builder obscenity(ObscenityChecker checker) {
            requireNonNull(checker, "checker");
            host.rules(rules -> rules.obscenity(checker));
            return this;
        }

        /**
         * The language of expressions in rules; by default the safe one. With {@link TrustedMvel#runningAnyCode()} whoever
         * writes a definition that is opened here runs any code in this process.
         */
        public Builder expressions(Expressions language) {
            requireNonNull(language, "language");
            host.rules(rules -> rules.expressions(language));
            return this;
        }

        /** The clock; the machine's by default. */
        public Builder time(Time clock) {
            host.time = requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Runs calls of plugins that may run side by side (look-ups, pings, parallel deliveries), and lets the lead stop
         * waiting for one when its time is over. None by default: calls are made one after the other on the thread that
         * submits, and time-outs are only handed on to plugins. Virtual threads are fine. Let
         * it be one on which leads are not submitted: a bounded one whose threads all wait for calls makes none. The host
         * shuts it down.
         */
        public Builder executor(Executor calls) {
            host.executor = requireNonNull(calls, "calls");
            return this;
        }

        /**
         * Makes leads of {@link Flow#submitAll} durable on one of these threads, while the next leads run on the thread that
         * submits. None by default: then one is done after the other. A thread is enough for a flow; decisions and answers are
         * the same. The host shuts it down.
         */
        public Builder commits(Executor threads) {
            host.commits = requireNonNull(threads, "threads");
            return this;
        }

        /**
         * Seal the secret values (ssn, credential) that unfinished leads still need, in a copy that is deleted when the lead ends.
         * By default a key that is gone with the process: leads with secret values then wait for ever once it has ended.
         */
        public Builder workingKeys(WorkingKeys keys) {
            host.workingKeys = requireNonNull(keys, "keys");
            return this;
        }

        /**
         * Does what is due, as {@link Sluice#runDue} does, on a thread of {@code due}, again {@code pause} after each time.
         * None by default: then nothing runs by itself. The host shuts it down.
         *
         * @throws IllegalArgumentException if {@code pause} is not at least a millisecond
         */
        public Builder background(ScheduledExecutorService due, Duration pause) {
            host.background = Background.on(due, pause);
            return this;
        }

        /** What makes ids; time-ordered ones by default. */
        public Builder ids(Ids generator) {
            host.ids = requireNonNull(generator, "generator");
            return this;
        }

        /** Where chance comes from; used under a lock. Seed it for answers that can be repeated. */
        public Builder random(RandomGenerator generator) {
            host.random = requireNonNull(generator, "generator");
            return this;
        }

        /** Who judges sources that require authentication and have no key hashes. */
        public Builder authenticator(SourceAuthenticator judge) {
            host.authenticator = requireNonNull(judge, "judge");
            return this;
        }

        /**
         * How long a submission key gives its first answer; 30 days by default. After that it is refused as expired, never run
         * again, as long as the store has it.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder submissionKeysKept(Duration time) {
            host.submissionKeysKept = HostSettings.some(time, "submission keys");
            return this;
        }

        /**
         * The key by which values that must be recognised later are hashed (duplicates). Keep it outside the store and the
         * same over restarts. Without one, a key made of the account's name is used: repeatable, but no secret, which is a finding
         * ({@code no_index_key}) over a durable store: an error where that seals personal values.
         */
        public Builder indexKey(byte[] key) {
            host.indexKey = key.clone();
            return this;
        }

        /** @throws IllegalStateException if the store promises less than is demanded */
        public Sluice build() {
            return new Sluice(host);
        }
    }
}
