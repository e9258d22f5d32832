package dev.sluice.partner;

import static java.util.Objects.requireNonNull;

/**
 * One who trades leads.
 *
 * @param id never changes; the {@code account} of its instance of the library
 * @param name as its business records have it
 * @param email where invitations go
 * @param plan what it may do
 */
public record Account(String id, String name, String email, Plan plan) {
    public Account {
        requireNonNull(plan, "plan");
        if (id.isBlank() || name.isBlank() || email.isBlank()) {
            throw new IllegalArgumentException("an account has an id, a name and an e-mail address");
        }
    }

    /** Whether it is who an invitation means. Case and blanks around count for nothing. */
    boolean answersTo(String otherName, String otherEmail) {
        return same(name, otherName) && same(email, otherEmail);
    }

    private static boolean same(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    /** The id only: name and address are somebody's. */
    @Override
    public String toString() {
        return "account " + id;
    }
}
