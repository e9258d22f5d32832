package dev.sluice.store;

/** The number of a stream's last event; 0 when it has none. */
public record StreamHead(long seq) {
    public static final StreamHead NONE = new StreamHead(0);
}
