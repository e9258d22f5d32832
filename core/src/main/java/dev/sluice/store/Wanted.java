package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * Which planned work a taker can do. What nobody here can do stays for another process.
 *
 * @param account whose work
 * @param kinds the kinds that it knows
 */
public record Wanted(String account, Set<String> kinds) {
    public Wanted {
        requireNonNull(account, "account");
        kinds = Set.copyOf(kinds);
    }

    /** True if the taker can do it. */
    public boolean includes(WorkItem item) {
        return item.id().account().equals(account) && kinds.contains(item.kind());
    }
}
