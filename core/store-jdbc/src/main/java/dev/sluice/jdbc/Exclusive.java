package dev.sluice.jdbc;

import dev.sluice.store.GroupCommit;
import java.util.Optional;
import java.util.function.Function;

/** Something that must see every write before it and be durable on return. */
final class Exclusive<R> implements Job {
    private final Function<Session, R> action;
    private volatile Optional<R> result = Optional.empty();

    private Exclusive(Function<Session, R> action) {
        this.action = action;
    }

    static <R> R run(GroupCommit<Job> commit, Function<Session, R> action) {
        Exclusive<R> job = new Exclusive<>(action);
        commit.await(commit.add(job));
        return job.result.orElseThrow();
    }

    @Override
    public void into(Batch batch) {
        batch.write();
        result = Optional.of(action.apply(batch.session()));
    }
}
