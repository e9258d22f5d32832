package dev.sluice.event;

import dev.sluice.rules.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** A query cannot be asked. It carries everything that is wrong with it; pointers name the criterion: {@code /start}. */
public final class InvalidQueryException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    public InvalidQueryException(List<Finding> findings) {
        super(findings.stream()
                .map(finding -> finding.pointer() + " " + finding.code() + ": " + finding.text())
                .collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** All findings; unmodifiable. */
    public List<Finding> findings() {
        return findings;
    }
}
