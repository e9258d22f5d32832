package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A counter of one window.
 *
 * @param account the owner
 * @param key what is counted: a cap's id with the place it stands at
 * @param window the window's start in UTC as text, or empty for a counter without windows
 */
public record CounterKey(String account, String key, String window) implements Comparable<CounterKey> {
    public CounterKey {
        requireNonNull(account, "account");
        requireNonNull(key, "key");
        requireNonNull(window, "window");
    }

    @Override
    public int compareTo(CounterKey other) {
        int order = account.compareTo(other.account);
        if (order == 0) {
            order = key.compareTo(other.key);
        }
        return order == 0 ? window.compareTo(other.window) : order;
    }

    /** Written out because keys are compared for every lead: what the compiler makes is not always inlined. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof CounterKey same
                        && window.equals(same.window)
                        && key.equals(same.key)
                        && account.equals(same.account);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * account.hashCode() + key.hashCode()) + window.hashCode();
    }
}
