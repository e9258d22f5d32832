package dev.sluice.internal.open;

import dev.sluice.Submission;
import dev.sluice.internal.Arrival;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Leads that have ended, in their order, whose answers wait until all of them are durable. Filled and emptied by one thread. */
final class Wave {
    private final Deque<Arrival> leads = new ArrayDeque<>();

    void add(Arrival lead) {
        leads.add(lead);
    }

    int size() {
        return leads.size();
    }

    /** Has the leads made durable on another thread; if there is none to be had, {@link #answer} does it. */
    void commitOn(Executor commits) {
        Deque<Arrival> all = new ArrayDeque<>(leads);
        try {
            commits.execute(new FutureTask<>(() -> awaitDurable(all), true));
        } catch (RejectedExecutionException busy) {
            return;
        }
    }

    /** The last one's durability is mostly that of all before it. */
    private static void awaitDurable(Deque<Arrival> leads) {
        for (Iterator<Arrival> last = leads.descendingIterator(); last.hasNext(); ) {
            last.next().awaitDurable();
        }
    }

    /** Answers all leads once they are durable. */
    void answer(Consumer<Submission> answers) {
        awaitDurable(leads);
        while (!leads.isEmpty()) {
            answers.accept(leads.remove().answer());
        }
    }
}
