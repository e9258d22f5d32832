package dev.sluice.export;

import java.util.Locale;

/** Where an export is. All but the first two are final. */
public enum ExportState {
    /** Asked for, not begun. */
    QUEUED,
    /** Rows are written, or wait to be written further. */
    RUNNING,
    /** Every file has arrived. */
    DONE,
    /** Every file has arrived, and the time that was asked for begins before the log does: what ended then may have been purged. */
    TRUNCATED,
    /** Given up; files that had arrived stay. */
    FAILED,
    /** Stopped on request; files that had arrived stay. */
    CANCELLED;

    /** The name in answers: {@code running}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more happens. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }
}
