package dev.sluice.internal;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.store.Changes;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The write that takes or refuses a lead: its events, its place under the caps and its claim to be the first of its kind. */
final class GateWrite {
    private final LeadRun run;
    private final At at;
    private final @Nullable Verdict refusal;
    private final Duplicates.@Nullable Claim claim;
    private final List<CapSet.Due> caps;
    private final BigDecimal price;

    GateWrite(
            LeadRun run,
            At at,
            @Nullable Verdict refusal,
            Duplicates.@Nullable Claim claim,
            List<CapSet.Due> caps,
            BigDecimal price) {
        this.run = run;
        this.at = at;
        this.refusal = refusal;
        this.claim = claim;
        this.caps = caps;
        this.price = price;
    }

    static GateWrite refusing(LeadRun run, At at, Verdict refusal) {
        return new GateWrite(run, at, refusal, null, List.of(), BigDecimal.ZERO);
    }

    /** A decision, and the event that tells it. */
    private record Judged(Verdict verdict, Journal.Draft draft) {}

    Verdict perform() {
        Judged judged = run.write(reads(), this::judge).decided();
        run.journal().accept(judged.draft());
        Verdict verdict = judged.verdict();
        if (verdict.accepted()) {
            run.cost(verdict.price());
            run.scope(priced(verdict));
        }
        return verdict;
    }

    private Reads reads() {
        if (claim == null && caps.isEmpty()) {
            return Reads.NONE;
        }
        return new Reads(
                CapSet.counters(caps),
                claim == null ? List.of() : List.of(claim.key()),
                List.of(),
                List.of(),
                List.of());
    }

    private Judged judge(View view, Changes changes) {
        Verdict verdict = verdict(view);
        Journal.Draft draft = run.journal().draft();
        boolean accepted = verdict.accepted();
        Event.Builder event = draft.next(accepted ? EventType.SOURCE_ACCEPTED : EventType.SOURCE_REJECTED, at.instant())
                .entity(run.source().entityId())
                .outcome(verdict.outcome())
                .reason(verdict.reason())
                .cost(accepted ? verdict.price() : BigDecimal.ZERO)
                .facts(verdict.facts())
                .detail(run.mappingFaults().detail());
        draft.addFull(event, accepted ? priced(verdict) : run.scope());
        changes.append(run.journal().stream(), draft.events());
        if (accepted && !run.isTest()) {
            take(changes);
        }
        return new Judged(verdict, draft);
    }

    private Verdict verdict(View view) {
        Verdict verdict = refusal;
        if (verdict == null && claim != null) {
            verdict = claim.refusal(view, run.scope(), at);
        }
        if (verdict == null) {
            verdict = CapSet.refusal(caps, view, run.scope(), at);
        }
        return verdict == null ? Verdict.accept(price, CapSet.facts(caps, view)) : verdict;
    }

    private void take(Changes changes) {
        for (CapSet.Due due : caps) {
            changes.reserve(run.holder(), due.counter(), 1);
        }
        if (claim != null) {
            changes.put(claim.entry(run.leadId(), at));
        }
    }

    private Scope priced(Verdict verdict) {
        Obj variables = run.scope().section(Section.VARS);
        Num amount = Num.of(verdict.price());
        return run.scope().with(Section.VARS, variables.with("price", amount).with("purchase_price", amount));
    }
}
