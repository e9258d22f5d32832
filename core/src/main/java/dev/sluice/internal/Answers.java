package dev.sluice.internal;

import dev.sluice.Reply;
import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Turns the end of a run into what the host is told, once it is durable. */
final class Answers {
    private Answers() {}

    static Submission rejected(LeadRun run, Verdict verdict) {
        return answer(run, verdict.outcome(), verdict.reason(), BigDecimal.ZERO);
    }

    static Submission completed(LeadRun run, Completion.Result result) {
        return answer(run, result.outcome(), result.reason(), run.cost());
    }

    private static Submission answer(LeadRun run, Outcome outcome, @Nullable String reason, BigDecimal price) {
        try {
            run.awaitDurable();
        } catch (StoreUnavailableException unavailable) {
            return Submission.unsettled(run.leadId(), unavailable);
        }
        Obj response = run.source().response().answer(answered(run, outcome, reason, price));
        return Submission.answered(run.leadId(), outcome)
                .reason(reason)
                .price(price)
                .revenue(run.revenue())
                .deliveries(run.deliveries())
                .events(run.journal().events())
                .reply(Reply.of(response))
                .explanation(
                        () -> Explanation.of(run.journal().events(), run.plan().recall()))
                .build();
    }

    private static Scope answered(LeadRun run, Outcome outcome, @Nullable String reason, BigDecimal price) {
        Obj variables = run.scope()
                .section(Section.VARS)
                .with("outcome", new Text(outcome.text()))
                .with("reason", reason == null ? Value.missing() : new Text(reason))
                .with("price", Num.of(Money.shown(price)));
        return run.scope().with(Section.VARS, variables);
    }
}
