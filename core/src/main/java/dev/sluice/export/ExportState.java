package dev.sluice.export;

import java.util.Locale;

/** Where an export is. The last three are final. */
public enum ExportState {
    /** Asked for, not begun. */
    QUEUED,
    /** Rows are written, or wait to be written further. */
    RUNNING,
    /** Every file has arrived. */
    DONE,
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
