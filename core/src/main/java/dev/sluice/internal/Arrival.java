package dev.sluice.internal;

import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.internal.record.Verdict;
import dev.sluice.store.NotOwnerException;
import dev.sluice.store.StoreUnavailableException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A lead at the end of its way. Its answer may be given once all that it says is durable. */
public abstract class Arrival {
    private final @Nullable LeadRun run;

    private Arrival(@Nullable LeadRun run) {
        this.run = run;
    }

    static Arrival of(Submission submission) {
        return new Arrival(null) {
            @Override
            public Submission answer() {
                return submission;
            }
        };
    }

    static Arrival rejected(LeadRun run, Verdict verdict) {
        return ended(run, verdict.outcome(), verdict.reason(), BigDecimal.ZERO);
    }

    static Arrival completed(LeadRun run, Completion.Result result) {
        return ended(run, result.outcome(), result.reason(), run.sales().cost());
    }

    /** A lead of which a delivery is tried again later. */
    static Arrival queued(LeadRun run, Completion.Result expected) {
        BigDecimal price = expected.outcome() == Outcome.SUCCESS ? run.sales().cost() : BigDecimal.ZERO;
        return ended(run, expected.outcome(), expected.reason(), price);
    }

    private static Arrival ended(LeadRun run, Outcome outcome, @Nullable String reason, BigDecimal price) {
        return new Arrival(run) {
            @Override
            public Submission answer() {
                return Answers.answer(run, outcome, reason, price);
            }
        };
    }

    /** A submission key that was used before; what came of it is looked up when it is asked for. */
    static Arrival repeated(LeadRun run, SubmissionKeys.Earlier earlier) {
        return new Arrival(run) {
            @Override
            public Submission answer() {
                try {
                    run.awaitDurable();
                    return Repetition.answer(run, earlier);
                } catch (StoreUnavailableException unavailable) {
                    return Submission.unsettled(earlier.leadId(), unavailable);
                }
            }
        };
    }

    /** Waits for durability; a store that fails is told of by the answer. */
    public void awaitDurable() {
        try {
            if (run != null) {
                run.awaitDurable();
            }
        } catch (StoreUnavailableException | NotOwnerException told) {
            return;
        }
    }

    /** Waits for durability, then answers. */
    public abstract Submission answer();
}
