package dev.sluice.jdbc;

import dev.sluice.store.GroupCommit;
import dev.sluice.store.Keys;
import dev.sluice.store.WrappedKey;
import java.util.Optional;

/** The wrapped keys of leads. */
final class JdbcKeys implements Keys {
    private final Reading reading;
    private final GroupCommit<Job> commit;

    JdbcKeys(Reading reading, GroupCommit<Job> commit) {
        this.reading = reading;
        this.commit = commit;
    }

    @Override
    public WrappedKey putIfAbsent(WrappedKey key) {
        return Exclusive.run(commit, session -> new KeyTable(session).putIfAbsent(key));
    }

    @Override
    public Optional<WrappedKey> get(String account, String leadId) {
        return reading.read(session -> new KeyTable(session).get(account, leadId));
    }

    @Override
    public boolean destroy(String account, String leadId) {
        return Exclusive.run(commit, session -> new KeyTable(session).destroy(account, leadId));
    }
}
