package dev.sluice.partner;

import java.util.Locale;

/** How far a connection is. */
public enum ConnectionState {
    /** The other side has not answered. It may stand in flows, and does nothing there. */
    PENDING,
    /** Leads may flow. */
    ACTIVE,
    /** One side has stopped it for a while. */
    PAUSED,
    /** One side has ended it for good. */
    REVOKED,
    /** The other side did not want it. */
    DECLINED,
    /** The inviting side took it back. */
    CANCELLED,
    /** Nobody answered in time; may be sent again. */
    EXPIRED;

    /** The word in stored connections and in answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why nothing passes; a sentence for answers and events. */
    String reason() {
        return switch (this) {
            case ACTIVE -> "Connection is active";
            case PENDING -> "Connection is not accepted yet";
            default -> "Connection is " + text();
        };
    }
}
