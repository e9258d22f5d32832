package dev.sluice.workbench.replay;

import static java.util.Objects.requireNonNull;

import dev.sluice.Flow;
import dev.sluice.InvalidFlowException;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.Enricher;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.store.Cursor;
import dev.sluice.store.Page;
import dev.sluice.store.Store;
import dev.sluice.types.Lead;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
    private static final int PAGE = 500;

    private final Store recorded;
    private final FlowDefinition changed;
    private final Settings settings;

    /**
     * What may be chosen.
     *
     * @param flow whose leads; the other flow's own id by default
     */
    private record Settings(
            String account,
            String flow,
            Instant from,
            Instant to,
            byte @Nullable [] indexKey,
            Map<String, DeliveryPlugin> buyers,
            Map<String, Enricher> lookUps,
            UnaryOperator<Sluice.Builder> wiring,
            LongConsumer progress,
            BooleanSupplier cancelled) {}

    private Replay(Store recorded, FlowDefinition changed, Settings settings) {
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
        return new Replay(
                store,
                changed,
                new Settings(
                        "default",
                        changed.id(),
                        Instant.MIN,
                        Instant.MAX,
                        null,
                        Map.of(),
                        Map.of(),
                        UnaryOperator.identity(),
                        leads -> {},
                        () -> false));
    }

    /** The leads of another account. */
    public Replay account(String id) {
        return with(new Settings(
                requireNonNull(id, "id"),
                settings.flow,
                settings.from,
                settings.to,
                settings.indexKey,
                settings.buyers,
                settings.lookUps,
                settings.wiring,
                settings.progress,
                settings.cancelled));
    }

    /** The leads of the flow {@code id}, where the other one is called otherwise. */
    public Replay leadsOf(String id) {
        return with(new Settings(
                settings.account,
                requireNonNull(id, "id"),
                settings.from,
                settings.to,
                settings.indexKey,
                settings.buyers,
                settings.lookUps,
                settings.wiring,
                settings.progress,
                settings.cancelled));
    }

    /**
     * Only leads that were submitted in this time. Caps and duplicates then know nothing of what came before.
     *
     * @param to the first moment that is too late
     */
    public Replay between(Instant from, Instant to) {
        return with(new Settings(
                settings.account,
                settings.flow,
                requireNonNull(from, "from"),
                requireNonNull(to, "to"),
                settings.indexKey,
                settings.buyers,
                settings.lookUps,
                settings.wiring,
                settings.progress,
                settings.cancelled));
    }

    /** The key of {@code Sluice.Builder.indexKey}, by which it is known whether a request is the recorded one. */
    public Replay indexKey(byte[] key) {
        return with(new Settings(
                settings.account,
                settings.flow,
                settings.from,
                settings.to,
                key.clone(),
                settings.buyers,
                settings.lookUps,
                settings.wiring,
                settings.progress,
                settings.cancelled));
    }

    /** Who answers for recipients of {@code plugin} that were not asked then: a model, never the buyer itself. */
    public Replay buyerModel(String plugin, DeliveryPlugin model) {
        Map<String, DeliveryPlugin> more = new HashMap<>(settings.buyers);
        more.put(requireNonNull(plugin, "plugin"), requireNonNull(model, "model"));
        return with(new Settings(
                settings.account,
                settings.flow,
                settings.from,
                settings.to,
                settings.indexKey,
                Map.copyOf(more),
                settings.lookUps,
                settings.wiring,
                settings.progress,
                settings.cancelled));
    }

    /** Who answers for the look-up {@code plugin} where it was not asked then. */
    public Replay lookUpModel(String plugin, Enricher model) {
        Map<String, Enricher> more = new HashMap<>(settings.lookUps);
        more.put(requireNonNull(plugin, "plugin"), requireNonNull(model, "model"));
        return with(new Settings(
                settings.account,
                settings.flow,
                settings.from,
                settings.to,
                settings.indexKey,
                settings.buyers,
                Map.copyOf(more),
                settings.wiring,
                settings.progress,
                settings.cancelled));
    }

    /** Field types, helpers and the like of the host; its plugins, store, clock and ids are replaced. */
    public Replay wiring(UnaryOperator<Sluice.Builder> host) {
        return with(new Settings(
                settings.account,
                settings.flow,
                settings.from,
                settings.to,
                settings.indexKey,
                settings.buyers,
                settings.lookUps,
                requireNonNull(host, "host"),
                settings.progress,
                settings.cancelled));
    }

    /** Is told after each lead how many there were. */
    public Replay progress(LongConsumer leads) {
        return with(new Settings(
                settings.account,
                settings.flow,
                settings.from,
                settings.to,
                settings.indexKey,
                settings.buyers,
                settings.lookUps,
                settings.wiring,
                requireNonNull(leads, "leads"),
                settings.cancelled));
    }

    /** Is asked before each lead; once it says yes, the run ends with what it has. */
    public Replay cancelled(BooleanSupplier yes) {
        return with(new Settings(
                settings.account,
                settings.flow,
                settings.from,
                settings.to,
                settings.indexKey,
                settings.buyers,
                settings.lookUps,
                settings.wiring,
                settings.progress,
                requireNonNull(yes, "yes")));
    }

    private Replay with(Settings next) {
        return new Replay(recorded, changed, next);
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
        byte[] key = settings.indexKey == null
                ? ("sluice " + settings.account).getBytes(StandardCharsets.UTF_8)
                : settings.indexKey;
        ReplayWiring wiring = new ReplayWiring(changed, key, settings.buyers, settings.lookUps);
        ReplayStore store = new ReplayStore(recorded, wiring.time());
        Sluice.Builder host = settings.wiring.apply(Sluice.builder());
        try (Sluice sluice = wiring.wire(host)
                .account(settings.account)
                .indexKey(key)
                .store(store)
                .build()) {
            Flow flow = sluice.open(wiring.flow());
            Tally tally = new Tally();
            leads(tally, lead -> {
                LeadDifference difference = replayed(lead.recorded(), lead.input(), flow, wiring);
                tally.add(difference);
                each.accept(difference);
            });
            return tally.report();
        }
    }

    /** A lead that can be replayed. */
    private record Whole(RecordedLead recorded, Lead input) {}

    private void leads(Tally tally, Consumer<Whole> see) {
        Cursor cursor = Cursor.START;
        long seen = 0;
        while (true) {
            Page<Event> page = recorded.events().after(cursor, PAGE);
            if (page.events().isEmpty()) {
                return;
            }
            for (Event event : page.events()) {
                if (isMeant(event)) {
                    if (settings.cancelled.getAsBoolean()) {
                        tally.cancelled();
                        return;
                    }
                    lead(new RecordedLead(recorded.events().stream(event.stream())), tally, see);
                    settings.progress.accept(++seen);
                }
            }
            cursor = page.next();
        }
    }

    private boolean isMeant(Event event) {
        return event.type().equals(EventType.SOURCE_SUBMITTED)
                && event.stream().account().equals(settings.account)
                && event.context().flow().equals(settings.flow)
                && !event.at().isBefore(settings.from)
                && event.at().isBefore(settings.to);
    }

    private static void lead(RecordedLead lead, Tally tally, Consumer<Whole> see) {
        Optional<Lead> input = lead.input();
        if (input.isEmpty()) {
            tally.erased();
        } else if (lead.course().isEmpty()) {
            tally.unfinished();
        } else {
            see.accept(new Whole(lead, input.get()));
        }
    }

    private static LeadDifference replayed(RecordedLead lead, Lead input, Flow flow, ReplayWiring wiring) {
        wiring.about(lead);
        Submission answer = flow.submit(input);
        Course then = lead.course().orElseThrow();
        Course now = Course.of(answer.events()).orElseGet(() -> Course.refused(answer));
        return LeadDifference.of(lead.id(), then, now, wiring.unknown());
    }
}
