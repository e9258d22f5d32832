package dev.sluice.http;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Deadline;

/**
 * What one exchange may take.
 *
 * @param deadline until when the whole answer must be there
 * @param sending called once the connection stands, right before the first byte of the request leaves
 */
public record Exchange(Deadline deadline, Runnable sending) {
    public Exchange {
        requireNonNull(deadline, "deadline");
        requireNonNull(sending, "sending");
    }
}
