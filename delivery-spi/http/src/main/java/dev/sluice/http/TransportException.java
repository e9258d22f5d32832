package dev.sluice.http;

import static java.util.Objects.requireNonNull;

/** There is no answer. The message names neither address nor data. */
public final class TransportException extends Exception {
    private static final long serialVersionUID = 1;

    private final Fault fault;

    public TransportException(Fault fault, Throwable cause) {
        super(fault.text(), cause);
        this.fault = requireNonNull(fault, "fault");
    }

    public TransportException(Fault fault) {
        super(fault.text());
        this.fault = requireNonNull(fault, "fault");
    }

    /** What went wrong. */
    public Fault fault() {
        return fault;
    }

    /** What can go wrong between two machines. */
    public enum Fault {
        /** The address may not be spoken to; a later try changes nothing. */
        REFUSED("The address is not allowed"),
        /** The name has no address. */
        NAME("The recipient's name cannot be resolved"),
        /** No connection. */
        CONNECTION("Connection failed"),
        /** No connection in time. */
        CONNECTION_TIMEOUT("Connection timeout"),
        /** No secure connection: certificate, name or protocol. */
        SECURITY("Secure connection failed"),
        /** No answer, or only a part of it, in time. */
        TIMEOUT("Timeout"),
        /** The connection broke before the answer was whole. */
        BROKEN("Connection lost"),
        /** What came is no HTTP. */
        NONSENSE("Invalid response");

        private final String text;

        Fault(String text) {
            this.text = text;
        }

        /** What is said of it. */
        public String text() {
            return text;
        }
    }
}
