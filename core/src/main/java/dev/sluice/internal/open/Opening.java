package dev.sluice.internal.open;

import dev.sluice.Deliveries;
import dev.sluice.Flow;
import dev.sluice.FlowRevision;
import dev.sluice.Ids;
import dev.sluice.InvalidFlowException;
import dev.sluice.Recovered;
import dev.sluice.RecoveryReport;
import dev.sluice.Time;
import dev.sluice.WorkingKeys;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.check.FlowChecks;
import dev.sluice.internal.Departure;
import dev.sluice.internal.Departure.Origins;
import dev.sluice.internal.Entrance;
import dev.sluice.internal.FlowPlan;
import dev.sluice.internal.LeadJourney;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.Percent;
import dev.sluice.internal.batch.BatchDesk;
import dev.sluice.internal.caps.CapBoard;
import dev.sluice.internal.compile.ColumnCompiler;
import dev.sluice.internal.compile.FlowCompiler;
import dev.sluice.internal.digest.Tokens;
import dev.sluice.internal.lists.StoredLists;
import dev.sluice.internal.record.Tenure;
import dev.sluice.internal.record.Vault;
import dev.sluice.internal.revision.History;
import dev.sluice.internal.revision.Revision;
import dev.sluice.internal.revision.Revisions;
import dev.sluice.internal.wiring.Wiring;
import dev.sluice.internal.wiring.WiringChecks;
import dev.sluice.lists.Lists;
import dev.sluice.rules.Finding;
import dev.sluice.rules.Severity;
import dev.sluice.store.Ownership;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.Subjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens flows: checks, compiles, numbers the revision. */
public final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.flow");

    private static final int AT_ONCE = 64;

    private final Wiring wiring;
    private final Store store;
    private final Origins origins;
    private final Lists lists;
    private final Resumer resumer;
    private final BatchDesk batches;
    private final Deliveries deliveries;
    private final Underway underway = new Underway();

    public Opening(Wiring wiring, Store store, Time time, Ids ids, RandomGenerator random) {
        this.wiring = wiring;
        this.store = store;
        this.origins = new Origins(time, ids, new Percent(random), Tenure.anybody(), vault(wiring, store));
        FlowShelf shelf = new FlowShelf(new History(wiring.account(), store), this::made);
        this.resumer = new Resumer(store, shelf, time);
        this.deliveries = new LaterDeliveries(wiring.account(), store, shelf, time, origins.owner());
        this.lists = lists(wiring, store, time);
        ColumnCompiler columns = new ColumnCompiler(wiring);
        this.batches = new BatchDesk(wiring.account(), store, wiring.files(), columns::compile, time, origins.owner());
    }

    /** The batches of the account. */
    public BatchDesk batches() {
        return batches;
    }

    private static Lists lists(Wiring wiring, Store store, Time time) {
        Tokens tokens = new Tokens(wiring.indexKey());
        return new StoredLists(
                new StoredLists.Keeper(wiring.account(), store, time, wiring.types(), tokens), null, null);
    }

    private static Vault vault(Wiring wiring, Store store) {
        WorkingKeys keys = wiring.workingKeys();
        return new Vault(store, keys == null ? Vault.ofThisProcess() : keys);
    }

    /** What is done about deliveries after their lead's end. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** What runs at the moment. */
    public Underway underway() {
        return underway;
    }

    /** The lists of the account. */
    public Lists lists() {
        return lists;
    }

    /** All findings, those of the definition by itself before those about what is wired. */
    public List<Finding> check(FlowDefinition flow) {
        List<Finding> findings = new ArrayList<>(checkAlone(flow));
        findings.addAll(ofHost());
        return findings;
    }

    /** The errors of the batches that the host has given: no flow has a place for them. */
    private List<Finding> ofHost() {
        List<BatchDefinition> batches = wiring.batches();
        FlowDefinition alone = FlowDefinition.builder("host").batches(batches).build();
        return batches.isEmpty()
                ? List.of()
                : checkAlone(alone).stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .filter(finding -> finding.pointer().startsWith("/batches/"))
                        .map(finding -> Finding.error(
                                finding.code(),
                                "",
                                "among the host's batches, " + finding.pointer() + ": " + finding.text()))
                        .toList();
    }

    private List<Finding> checkAlone(FlowDefinition flow) {
        List<Finding> findings = new ArrayList<>(FlowChecks.of(wiring.types(), wiring.templates())
                .rules(wiring.ruleSettings())
                .check(flow));
        findings.addAll(new WiringChecks(wiring).check(flow));
        findings.addAll(new StoreChecks(
                        wiring,
                        store.durability(),
                        store.subjects().filter(Subjects::isSealing).isPresent())
                .check(flow));
        return findings;
    }

    /**
     * Takes over leads whose owners are gone, and goes on with them, until there are no more.
     *
     * @param limit how many at most
     */
    public RecoveryReport recover(int limit) {
        List<Recovered> done = new ArrayList<>();
        Set<StreamId> met = new HashSet<>();
        List<Ownership> taken = takeOver(limit, met);
        while (!taken.isEmpty()) {
            taken.forEach(ownership -> done.add(resumer.resume(ownership)));
            taken = takeOver(limit - done.size(), met);
        }
        return new RecoveryReport(done);
    }

    /**
     * Leads that nobody works on any more. Each write of a lead says anew how long that is at most; those that still wait for
     * their turn when their time is over may go to whoever asks then.
     *
     * @param met those taken before, which are not taken again: they wait for something
     */
    private List<Ownership> takeOver(int limit, Set<StreamId> met) {
        Instant now = origins.time().instant();
        int batch = Math.min(limit, AT_ONCE);
        return batch < 1
                ? List.of()
                : store
                        .leads()
                        .takeOver(wiring.account(), now, origins.owner(), now.plus(Tenure.TAKEN_OVER), batch)
                        .stream()
                        .filter(taken -> met.add(taken.lead()))
                        .toList();
    }

    /** A revision as it was kept, with what is wired now. */
    private FlowShelf.Made made(History.Kept kept) {
        List<Finding> errors = check(kept.definition()).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            return FlowShelf.Made.not(
                    errors.get(0).pointer() + " " + errors.get(0).text());
        }
        FlowPlan plan = new FlowCompiler(kept.definition(), kept.revision(), wiring).compile();
        Departure departure = new Departure(plan, LeadRun.Mode.SUBMIT, store, origins);
        Entrance entrance = new Entrance(false, plan.sources(), origins.time());
        return FlowShelf.Made.ready(plan, new LeadJourney(plan, entrance, departure), departure);
    }

    /** All that the flow has been, the first first. */
    public List<FlowRevision> revisions(String flow) {
        return new History(wiring.account(), store).of(flow);
    }

    /**
     * A flow that takes leads.
     *
     * @param author who opens it; null when nobody is named
     */
    public Flow open(FlowDefinition flow, @Nullable String author) {
        List<Finding> findings = check(flow);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new InvalidFlowException(findings);
        }
        findings.forEach(warning -> LOG.warn("flow {}: {} {}", flow.id(), warning.pointer(), warning.text()));
        Revision revision = new Revisions(wiring.account(), store)
                .of(flow, author, origins.time().instant());
        FlowCompiler compiler = new FlowCompiler(flow, revision, wiring);
        FlowPlan plan = compiler.compile();
        wiring.batches().forEach(batches::define);
        flow.batches().forEach(batches::define);
        CapBoard caps = new CapBoard(compiler.caps(), store, origins.time());
        return new OpenFlow(
                new OpenFlow.Opened(flow, revision, plan, caps), store, origins, wiring.commits(), underway);
    }
}
