package dev.sluice.report;

import dev.sluice.rules.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** A report cannot be run as it is defined. It carries everything that is wrong; the message lists it line by line. */
public final class InvalidReportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    /** With all findings, in the order of the definition. */
    public InvalidReportException(List<Finding> findings) {
        super(findings.stream().map(Finding::line).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** All findings; unmodifiable. */
    public List<Finding> findings() {
        return findings;
    }
}
