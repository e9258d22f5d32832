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
import dev.sluice.types.Value;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** Gives an admitted lead its id, its clock and its random number. */
public final class Departure {
    private final FlowPlan plan;
    private final Mode mode;
    private final Store store;
    private final Origins origins;
    /** What new leads, and pings, are under. */
    private final Conditions leads;

    private final Conditions pings;

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
        this.leads = conditions(mode == Mode.SUBMIT ? Tenure.first(origins.owner()) : Tenure.NOBODY);
        this.pings = new Conditions(plan, Mode.PING, store, Tenure.NOBODY);
    }

    private Conditions conditions(Tenure tenure) {
        return new Conditions(plan, mode, store, tenure);
    }

    LeadRun begin(SourcePlan source, Lead lead) {
        LeadRun run = begin(source, lead, leads, "lead_");
        if (mode == Mode.SUBMIT) {
            run.keepSecrets(origins.vault());
        }
        return run;
    }

    /** A run that ends with a bid. */
    public LeadRun ping(SourcePlan source, Lead lead) {
        return begin(source, lead, pings, "ping_");
    }

    private LeadRun begin(SourcePlan source, Lead lead, Conditions conditions, String kind) {
        RunClock clock = new RunClock(origins.time(), lead.submittedAt().orElse(null));
        int random = origins.percent().getAsInt();
        return new LeadRun(source, lead, new LeadRun.Start(origins.ids().next(kind), clock, random), conditions);
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
        LeadRun run = LeadRun.reopened(source, lead.with(given), state, again(first, clock), conditions(tenure));
        run.keepSecretsAnew(origins.vault());
        return run;
    }

    private static LeadRun.Start again(Event first, RunClock clock) {
        Value random = first.snapshot().section(Section.VARS).get("random");
        return new LeadRun.Start(first.leadId(), clock, Facts.amount(random).intValue());
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
        LeadRun run = LeadRun.resumed(source, whole, state, again(first, clock), conditions(tenure));
        run.keepSecrets(origins.vault());
        return run;
    }
}
