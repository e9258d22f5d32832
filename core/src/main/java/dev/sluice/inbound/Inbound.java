package dev.sluice.inbound;

import static java.util.Objects.requireNonNull;

import dev.sluice.flow.ResponseFormat;
import dev.sluice.types.Lead;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a request turned out to be. */
public sealed interface Inbound {

    /**
     * A lead or a ping.
     *
     * @param lead what was sent
     * @param isPing whether only a price is asked for
     * @param format what the sender wants to read; null when it does not care
     * @param redirect where the sender's browser is to go on; null for nowhere
     */
    record Given(
            Lead lead,
            boolean isPing,
            @Nullable ResponseFormat format,
            @Nullable URI redirect) implements Inbound {
        public Given {
            requireNonNull(lead, "lead");
        }
    }

    /**
     * Nothing that could be read; nothing was submitted.
     *
     * @param response what to answer
     */
    record Refused(InboundResponse response) implements Inbound {
        public Refused {
            requireNonNull(response, "response");
        }
    }
}
