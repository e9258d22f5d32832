package dev.sluice.internal;

import dev.sluice.types.At;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a lead is taken. In order: required fields, acceptance criteria of the flow and of the source,
 * duplicates, purchase price, caps of the flow and of the source. The first that refuses decides.
 *
 * <p>What looks at the lead alone is decided first; what looks at other leads (duplicates, caps) is decided in one write
 * together with the event that says so, so that of two leads racing for the last place exactly one gets it.
 */
final class Gates {
    private final RequiredFields required;
    private final List<Acceptance> acceptance;
    private final @Nullable Duplicates duplicates;
    private final PurchasePrice price;
    private final CapSet caps;

    Gates(
            RequiredFields required,
            List<Acceptance> acceptance,
            @Nullable Duplicates duplicates,
            PurchasePrice price,
            CapSet caps) {
        this.required = required;
        this.acceptance = List.copyOf(acceptance);
        this.duplicates = duplicates;
        this.price = price;
        this.caps = caps;
    }

    Verdict judge(LeadRun run) {
        At at = run.at();
        Verdict refusal = byItself(run, at);
        GateWrite write = refusal == null ? amongOthers(run, at) : GateWrite.refusing(run, at, refusal);
        return write.perform();
    }

    private @Nullable Verdict byItself(LeadRun run, At at) {
        Verdict refusal = required.refusal(run.scope());
        for (Acceptance criteria : acceptance) {
            refusal = refusal == null ? criteria.refusal(run.scope(), at) : refusal;
        }
        return refusal;
    }

    private GateWrite amongOthers(LeadRun run, At at) {
        Duplicates.Claim claim = duplicates == null ? null : duplicates.claim(run.scope(), at);
        BigDecimal amount = price.of(run, at);
        return new GateWrite(run, at, null, claim, caps.due(run.scope(), at), amount);
    }
}
