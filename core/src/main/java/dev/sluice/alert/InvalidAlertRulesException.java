package dev.sluice.alert;

import dev.sluice.rules.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Rules of alerts cannot be read. It carries everything that is wrong; the message lists it line by line. */
public final class InvalidAlertRulesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    /** With all findings, in the order of the rules. */
    public InvalidAlertRulesException(List<Finding> findings) {
        super(findings.stream().map(Finding::line).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** All findings; unmodifiable. */
    public List<Finding> findings() {
        return findings;
    }
}
