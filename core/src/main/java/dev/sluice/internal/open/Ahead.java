package dev.sluice.internal.open;

import dev.sluice.Submission;
import dev.sluice.internal.Arrival;
import dev.sluice.types.Lead;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs many leads ahead of what is durable, and answers them in their order. With a thread for commits, leads become
 * durable in waves: while the first of them are committed, the next ones run. Used by one thread.
 */
final class Ahead {
    /** So many that neither thread waits for the other when a wave takes one of them longer than usual. */
    private static final int WAVES = 4;

    private final Function<Lead, Arrival> journey;
    private final Consumer<Submission> answers;
    private final @Nullable Executor commits;
    private final int size;
    private final Deque<Wave> committing = new ArrayDeque<>();
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
        this.size = commits == null ? most : most / WAVES;
    }

    /** Whatever ends the reading, the leads before it are answered. */
    void run(Iterator<Lead> leads) {
        try {
            while (leads.hasNext()) {
                running.add(journey.apply(leads.next()));
                if (running.size() == size) {
                    depart();
                }
            }
        } finally {
            answerAll();
        }
    }

    private void depart() {
        if (commits != null) {
            running.commitOn(commits);
        }
        committing.add(running);
        running = new Wave();
        if (commits == null || committing.size() == WAVES) {
            committing.remove().answer(answers);
        }
    }

    private void answerAll() {
        if (running.size() > 0) {
            committing.add(running);
            running = new Wave();
        }
        if (!committing.isEmpty()) {
            try {
                committing.remove().answer(answers);
            } finally {
                answerAll();
            }
        }
    }
}
