package dev.sluice.workbench.replay;

import static java.util.Objects.requireNonNull;

import dev.sluice.InvalidFlowException;
import dev.sluice.Sluice;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.Enricher;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.store.Store;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/**
 * Leads that came, run through another flow: what would have become of them. Answers of buyers and look-ups are those that
 * were recorded, and nobody is called; who was not asked then is "response unknown" unless a model speaks for it. Caps,
 * duplicates and turns begin empty with the first lead and are counted anew by the other flow; lists that people fill are
 * taken as they are now. Reads the store and writes nothing to it.
 *
 * <p>Immutable; every setting gives a new one. Runs on the caller's thread; a run keeps a lead at a time in memory, beside
 * what the other flow counts and remembers of duplicates.
 */
public final class Replay {
    private final Store recorded;
    private final FlowDefinition changed;
    private final ReplaySettings settings;

    private Replay(Store recorded, FlowDefinition changed, ReplaySettings settings) {
        this.recorded = requireNonNull(recorded, "recorded");
        this.changed = requireNonNull(changed, "changed");
        this.settings = settings;
    }

    /** The leads of the flow with the id of {@code changed}, recorded in the store of {@code sluice}, through {@code changed}. */
    public static Replay over(Sluice sluice, FlowDefinition changed) {
        return of(sluice.store(), changed).account(sluice.account());
    }

    /** The leads of the account {@code default} and the flow with the id of {@code changed}, recorded in {@code store}. */
    public static Replay of(Store store, FlowDefinition changed) {
        return new Replay(store, changed, ReplaySettings.of(changed));
    }

    /** The leads of another account. */
    public Replay account(String id) {
        return with(next -> next.account = requireNonNull(id, "id"));
    }

    /** The leads of the flow {@code id}, where the other one is called otherwise. */
    public Replay leadsOf(String id) {
        return with(next -> next.flow = requireNonNull(id, "id"));
    }

    /**
     * Only leads that were submitted in this time. Caps and duplicates then know nothing of what came before.
     *
     * @param to the first moment that is too late
     */
    public Replay between(Instant from, Instant to) {
        return with(next -> {
            next.from = requireNonNull(from, "from");
            next.to = requireNonNull(to, "to");
        });
    }

    /** The key of {@code Sluice.Builder.indexKey}, by which it is known whether a request is the recorded one. */
    public Replay indexKey(byte[] key) {
        return with(next -> next.indexKey = key.clone());
    }

    /** Who answers for recipients of {@code plugin} that were not asked then: a model, never the buyer itself. */
    public Replay buyerModel(String plugin, DeliveryPlugin model) {
        return with(next -> next.buyers.put(requireNonNull(plugin, "plugin"), requireNonNull(model, "model")));
    }

    /** Who answers for the look-up {@code plugin} where it was not asked then. */
    public Replay lookUpModel(String plugin, Enricher model) {
        return with(next -> next.lookUps.put(requireNonNull(plugin, "plugin"), requireNonNull(model, "model")));
    }

    /** Field types, helpers and the like of the host; its plugins, store, clock and ids are replaced. */
    public Replay wiring(UnaryOperator<Sluice.Builder> host) {
        return with(next -> next.wiring = requireNonNull(host, "host"));
    }

    /** Is told after each lead how many there were. */
    public Replay progress(LongConsumer leads) {
        return with(next -> next.progress = requireNonNull(leads, "leads"));
    }

    /** Is asked before each lead; once it says yes, the run ends with what it has. */
    public Replay cancelled(BooleanSupplier yes) {
        return with(next -> next.cancelled = requireNonNull(yes, "yes"));
    }

    private Replay with(Consumer<ReplaySettings> edit) {
        return new Replay(recorded, changed, settings.with(edit));
    }

    /** Runs, and gives the sums. */
    public ReplayReport run() {
        return run(difference -> {});
    }

    /**
     * Runs, and shows each lead on this thread.
     *
     * @param each told of every lead, also of one that nothing changes for
     * @throws InvalidFlowException if the other flow cannot be opened
     */
    public ReplayReport run(Consumer<LeadDifference> each) {
        try (ReplayRun run = new ReplayRun(recorded, changed, settings)) {
            return run.run(each);
        }
    }
}
