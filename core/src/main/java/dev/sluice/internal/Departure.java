package dev.sluice.internal;

import dev.sluice.Ids;
import dev.sluice.Time;
import dev.sluice.event.Event;
import dev.sluice.internal.LeadRun.Conditions;
import dev.sluice.internal.LeadRun.Mode;
import dev.sluice.internal.record.Facts;
import dev.sluice.internal.record.RunClock;
import dev.sluice.internal.record.Tenure;
import dev.sluice.internal.record.Vault;
import dev.sluice.store.Store;
import dev.sluice.types.Lead;
import dev.sluice.types.Section;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** Gives an admitted lead its id, its clock and its random number. */
public final class Departure {
    private final FlowPlan plan;
    private final Mode mode;
    private final Store store;
    private final Origins origins;

    /**
     * Where time, ids and chance come from.
     *
     * @param owner who works on leads here
     * @param vault keeps secret values of unfinished leads
     */
    public record Origins(Time time, Ids ids, IntSupplier percent, String owner, Vault vault) {}

    public Departure(FlowPlan plan, Mode mode, Store store, Origins origins) {
        this.plan = plan;
        this.mode = mode;
        this.store = store;
        this.origins = origins;
    }

    LeadRun begin(SourcePlan source, Lead lead) {
        return begin(source, lead, mode, "lead_");
    }

    /** A run that ends with a bid. */
    public LeadRun ping(SourcePlan source, Lead lead) {
        return begin(source, lead, Mode.PING, "ping_");
    }

    private LeadRun begin(SourcePlan source, Lead lead, Mode mode, String kind) {
        RunClock clock = new RunClock(origins.time(), lead.submittedAt().orElse(null));
        Tenure tenure = mode == Mode.SUBMIT ? Tenure.first(origins.owner()) : Tenure.NOBODY;
        Conditions conditions =
                new Conditions(plan, mode, store, tenure, origins.percent().getAsInt());
        LeadRun run = new LeadRun(source, lead, origins.ids().next(kind), clock, conditions);
        if (mode == Mode.SUBMIT) {
            run.keepSecrets(origins.vault());
        }
        return run;
    }

    /**
     * A lead that has come to its end, of which something is to be done after all.
     *
     * @param given values of it that the log has not, by the names that they came under
     * @param tenure for whom
     */
    public LeadRun reopen(SourcePlan source, JourneyState state, Map<String, ?> given, Tenure tenure) {
        Event first = state.submitted().orElseThrow();
        Event last = state.events().get(state.events().size() - 1);
        Lead lead = first.input().orElseThrow();
        for (String secret : source.intake().secretNames()) {
            lead = lead.data().containsKey(secret) ? lead.with(secret, null) : lead;
        }
        RunClock clock = RunClock.resumed(
                origins.time(), first.at(), last.at(), lead.submittedAt().isPresent());
        Conditions conditions = new Conditions(plan, mode, store, tenure, random(first));
        LeadRun run = LeadRun.reopened(source, lead.with(given), state, clock, conditions);
        run.keepSecretsAnew(origins.vault());
        return run;
    }

    private static int random(Event first) {
        return Facts.amount(first.snapshot().section(Section.VARS).get("random"))
                .intValue();
    }

    /** A lead that was on its way before. */
    public LeadRun resume(SourcePlan source, JourneyState state, Tenure tenure) {
        Event first = state.submitted().orElseThrow();
        Vault.Opened whole = origins.vault()
                .whole(
                        first.stream(),
                        first.input().orElseThrow(),
                        source.intake().secretNames());
        return resume(source, state, tenure, whole);
    }

    /** The same with masks for its secret values, which are gone: it can only be ended. */
    public LeadRun resumeMasked(SourcePlan source, JourneyState state, Tenure tenure) {
        Event first = state.submitted().orElseThrow();
        return resume(source, state, tenure, new Vault.Opened(first.input().orElseThrow(), List.of()));
    }

    private LeadRun resume(SourcePlan source, JourneyState state, Tenure tenure, Vault.Opened whole) {
        Event first = state.submitted().orElseThrow();
        Event last = state.events().get(state.events().size() - 1);
        RunClock clock = RunClock.resumed(
                origins.time(),
                first.at(),
                last.at(),
                whole.lead().submittedAt().isPresent());
        LeadRun run =
                LeadRun.resumed(source, whole, state, clock, new Conditions(plan, mode, store, tenure, random(first)));
        run.keepSecrets(origins.vault());
        return run;
    }
}
