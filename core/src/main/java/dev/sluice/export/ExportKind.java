package dev.sluice.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the rows of an export are. */
public enum ExportKind {
    /** A row for each lead, with its data as they were last. */
    LEADS,
    /** A row for each event, with the lead's data of that moment. */
    EVENTS,
    /** The rows of a report. */
    REPORT;

    /** The name in requests: {@code leads}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this name. */
    public static Optional<ExportKind> named(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
