package dev.sluice.partner;

import static java.util.Objects.requireNonNull;

/**
 * Somebody who acts for an account. The host knows its users: whoever it names here has proved who he is.
 *
 * @param account for whom
 * @param user who, as the host names people; stands in the audit log
 * @param role what he may do
 */
public record Actor(String account, String user, UserRole role) {
    public Actor {
        requireNonNull(account, "account");
        requireNonNull(user, "user");
        requireNonNull(role, "role");
    }

    /** Somebody who may do everything for his account. */
    public static Actor owner(String account, String user) {
        return new Actor(account, user, UserRole.OWNER);
    }
}
