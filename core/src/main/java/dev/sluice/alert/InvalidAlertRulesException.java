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
        super(findings.stream().map(InvalidAlertRulesException::line).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    private static String line(Finding finding) {
        String place = finding.pointer().isEmpty() ? "/" : finding.pointer();
        return place + " " + finding.code() + ": " + finding.text();
    }

    /** All findings; unmodifiable. */
    public List<Finding> findings() {
        return findings;
    }
}
