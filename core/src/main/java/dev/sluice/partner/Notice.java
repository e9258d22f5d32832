package dev.sluice.partner;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that an account should be told of.
 *
 * @param kind what happened
 * @param connection the connection
 * @param from who did it, by the account's id
 * @param to the account to tell; empty for somebody who may have none
 * @param email where to tell it
 * @param message what the inviting side wrote; blank otherwise
 * @param token what opens the invitation, for its receiver alone; null where it needs none
 * @param until until when there is time; null where that is of no account
 */
public record Notice(
        Kind kind,
        String connection,
        String from,
        Optional<String> to,
        Optional<String> email,
        String message,
        @Nullable String token,
        @Nullable Instant until) {
    public Notice {
        requireNonNull(kind, "kind");
        requireNonNull(connection, "connection");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(email, "email");
        requireNonNull(message, "message");
    }

    /** What can be told. */
    public enum Kind {
        INVITED,
        ACCEPTED,
        DECLINED,
        CANCELLED,
        PAUSED,
        RESUMED,
        CHANGE_PROPOSED,
        CHANGED,
        ENDING,
        REVOKED
    }

    /** Neither the token nor an address. */
    @Override
    public String toString() {
        return kind + " of " + connection;
    }
}
