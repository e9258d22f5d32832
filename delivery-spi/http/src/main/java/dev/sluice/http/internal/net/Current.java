package dev.sluice.http.internal.net;

import dev.sluice.http.Exchange;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The exchange that the calling thread is in. The client reads and writes on the thread that sends, so its sockets find
 * here how long they may wait, whichever connection of the pool they are.
 */
public final class Current {
    /** How long the closing of idle connections may take, which belongs to no exchange. */
    private static final Duration OUTSIDE = Duration.ofSeconds(1);

    private final ThreadLocal<@Nullable Exchange> exchange = new ThreadLocal<>();

    /** Begins an exchange; to be ended by {@link #end} on the same thread. */
    public void begin(Exchange begun) {
        exchange.set(begun);
    }

    public void end() {
        exchange.remove();
    }

    /** Tells the exchange that its request leaves. */
    public void sending() {
        Exchange current = exchange.get();
        if (current != null) {
            current.sending().run();
        }
    }

    /** What is left of the exchange. */
    public Duration left() {
        Exchange current = exchange.get();
        return current == null ? OUTSIDE : current.deadline().left();
    }
}
