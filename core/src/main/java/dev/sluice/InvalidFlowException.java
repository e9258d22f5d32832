package dev.sluice;

import dev.sluice.rules.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** A definition cannot be used. It carries everything that is wrong with it, not only the first fault; the message lists it line by line. */
public final class InvalidFlowException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    /** With all findings, in the order of the definition; warnings may be among them. */
    public InvalidFlowException(List<Finding> findings) {
        super(message(findings));
        this.findings = List.copyOf(findings);
    }

    private static String message(List<Finding> findings) {
        return findings.stream().map(Finding::line).collect(Collectors.joining("\n"));
    }

    /** All findings; unmodifiable. */
    public List<Finding> findings() {
        return findings;
    }
}
