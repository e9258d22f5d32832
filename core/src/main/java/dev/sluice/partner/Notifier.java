package dev.sluice.partner;

/**
 * Tells accounts what concerns them: by mail, in an inbox, as the host likes. Called after what it tells of is durable, on
 * the calling thread; when it throws, that is logged and what was done stays done.
 */
@FunctionalInterface
public interface Notifier {
    /** Tells nobody. */
    Notifier SILENT = notice -> {};

    void tell(Notice notice);
}
