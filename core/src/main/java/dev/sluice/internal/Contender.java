package dev.sluice.internal;

import dev.sluice.distribution.Candidate;
import dev.sluice.flow.Entity;
import dev.sluice.internal.mapping.ValueSource;
import dev.sluice.rules.Decision;
import dev.sluice.templates.TemplateException;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A recipient as one of those who could get a lead.
 *
 * @param place in the list of the distribution
 * @param score gives its score for a lead
 */
public record Contender(int place, RecipientPlan recipient, ValueSource score) {

    /** Why a buyer is not asked that took the lead, or might have taken it, in another way. */
    public static final String HAS_THE_LEAD = "Buyer has the lead";

    public String id() {
        return recipient.id();
    }

    public int tier() {
        return recipient.step().standing().tier();
    }

    /** Why it may not get the lead at all; null when it may. */
    @Nullable String obstacle(LeadRun run, At at) {
        if (!isFree(run)) {
            return HAS_THE_LEAD;
        }
        String mismatch = mismatch(run.scope(), at);
        return mismatch == null ? recipient.closed(at) : mismatch;
    }

    /** Whether both are the same buyer. */
    public boolean isSameBuyer(Contender other) {
        Entity buyer = recipient.step().entity();
        Entity another = other.recipient.step().entity();
        return buyer != null && another != null && buyer.id().equals(another.id());
    }

    /** Whether its buyer has not got the lead in another way. */
    public boolean isFree(LeadRun run) {
        Entity buyer = recipient.step().entity();
        return buyer == null || !run.sales().hasGoneTo(buyer);
    }

    /** Why leads like this one are not for it; null when they are. */
    @Nullable String mismatch(Scope scope, At at) {
        if (!recipient.step().enabled()) {
            return "Recipient is disabled";
        }
        if (recipient.criteria() == null) {
            return null;
        }
        Decision decision = recipient.criteria().decide(scope, at);
        return decision.passed() ? null : decision.reason().orElse("Criteria not met");
    }

    /** With its weight and tier. */
    public Candidate candidate() {
        return Candidate.of(id()).weight(recipient.step().standing().weight()).tier(tier());
    }

    /** With the score that the flow gives it for a lead; a score that is no number counts as 0. */
    public Candidate scored(Scope scope, At at) {
        return candidate().score(points(scope, at));
    }

    /** The score that the flow gives it for a lead. */
    public BigDecimal points(Scope scope, At at) {
        try {
            Value value = score.value(scope, at).plain();
            return value instanceof Num num ? num.value() : BigDecimal.ZERO;
        } catch (TemplateException tooLarge) {
            return BigDecimal.ZERO;
        }
    }
}
