package dev.sluice.http;

/**
 * Sends a request and waits for its answer. One request goes out at most once: no redirects, no repeats, no cookies.
 * Safe on any thread; blocks the caller's until {@link Exchange#deadline()} at most.
 */
@FunctionalInterface
public interface HttpTransport extends AutoCloseable {

    /**
     * The answer to {@code request}, its body perhaps cut.
     *
     * @throws TransportException when there is none
     */
    Response send(Request request, Exchange exchange) throws TransportException;

    /** Ends what it holds open; nothing by default. */
    @Override
    default void close() {}
}
