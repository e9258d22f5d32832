package dev.sluice.internal;

import dev.sluice.Submission;
import dev.sluice.internal.record.Verdict;
import dev.sluice.store.NotOwnerException;
import dev.sluice.store.StoreUnavailableException;
import java.util.function.Supplier;

/** A lead at the end of its way. Its answer may be given once all that it says is durable. */
public final class Arrival {
    private final Runnable barrier;
    private final Supplier<Submission> answer;

    private Arrival(Runnable barrier, Supplier<Submission> answer) {
        this.barrier = barrier;
        this.answer = answer;
    }

    static Arrival of(Submission submission) {
        return new Arrival(() -> {}, () -> submission);
    }

    static Arrival rejected(LeadRun run, Verdict verdict) {
        return new Arrival(run::awaitDurable, () -> Answers.rejected(run, verdict));
    }

    static Arrival completed(LeadRun run, Completion.Result result) {
        return new Arrival(run::awaitDurable, () -> Answers.completed(run, result));
    }

    static Arrival queued(LeadRun run, Completion.Result expected) {
        return new Arrival(run::awaitDurable, () -> Answers.queued(run, expected));
    }

    /** A submission key that was used before; what came of it is looked up when it is asked for. */
    static Arrival repeated(LeadRun run, SubmissionKeys.Earlier earlier) {
        return new Arrival(run::awaitDurable, () -> {
            try {
                run.awaitDurable();
                return Repetition.answer(run, earlier);
            } catch (StoreUnavailableException unavailable) {
                return Submission.unsettled(earlier.leadId(), unavailable);
            }
        });
    }

    /** Waits for durability; a store that fails is told of by the answer. */
    public void awaitDurable() {
        try {
            barrier.run();
        } catch (StoreUnavailableException | NotOwnerException told) {
            return;
        }
    }

    /** Waits for durability, then answers. */
    public Submission answer() {
        return answer.get();
    }
}
