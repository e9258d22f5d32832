package dev.sluice.internal.open;

import dev.sluice.Submission;
import dev.sluice.internal.Arrival;
import dev.sluice.types.Lead;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs many leads ahead of what is durable, and answers them in their order. With a thread for commits, one wave becomes
 * durable while the next one runs, and each has half of the leads. Used by one thread.
 */
final class Ahead {
    private final Function<Lead, Arrival> journey;
    private final Consumer<Submission> answers;
    private final @Nullable Executor commits;
    private final int most;
    private Wave committing = new Wave();
    private Wave running = new Wave();

    /**
     * Nobody is on the way yet.
     *
     * @param commits has a thread for commits; null when they are made on the thread that runs the leads
     * @param most how many leads are ahead at most
     */
    Ahead(Function<Lead, Arrival> journey, Consumer<Submission> answers, @Nullable Executor commits, int most) {
        this.journey = journey;
        this.answers = answers;
        this.commits = commits;
        this.most = most;
    }

    /** Whatever ends the reading, the leads before it are answered. */
    void run(Iterator<Lead> leads) {
        try {
            while (leads.hasNext()) {
                running.add(journey.apply(leads.next()));
                depart();
            }
        } finally {
            answerAll();
        }
    }

    private void answerAll() {
        try {
            committing.answer(answers);
        } finally {
            running.answer(answers);
        }
    }

    private void depart() {
        if (commits == null && running.size() == most) {
            running.answer(answers);
        } else if (commits != null && running.size() == most / 2) {
            committing.answer(answers);
            committing = running;
            committing.commitOn(commits);
            running = new Wave();
        }
    }
}
