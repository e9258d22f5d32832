package dev.sluice.store;

import static java.util.Objects.requireNonNull;

/**
 * What unfinished work on a lead still needs and the log may not have, encrypted by whoever writes it.
 *
 * @param lead the lead's stream
 * @param body the encrypted bytes; not copied
 */
public record Sealed(StreamId lead, byte[] body) {
    public Sealed {
        requireNonNull(lead, "lead");
        requireNonNull(body, "body");
    }
}
