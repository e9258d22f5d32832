package dev.sluice.audit;

import dev.sluice.store.StreamId;

/** The stream in which an account's own doings are told: erasures, purges, looks at personal values. */
final class AccountStream {
    static final String PREFIX = "acct_";

    private AccountStream() {}

    static StreamId of(String account) {
        return new StreamId(account, PREFIX + account);
    }
}
