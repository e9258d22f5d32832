package dev.sluice.flow.check;

import dev.sluice.rules.Finding;
import java.util.ArrayList;
import java.util.List;

/** Collects findings. Not safe for several threads. */
public final class Found {
    private final List<Finding> findings = new ArrayList<>();

    Found() {}

    /** Something that forbids the use of the definition. */
    public void error(String code, String pointer, String text) {
        findings.add(Finding.error(code, pointer, text));
    }

    /** Something that is hardly meant. */
    public void warning(String code, String pointer, String text) {
        findings.add(Finding.warning(code, pointer, text));
    }

    /** A finding with its own place. */
    public void add(Finding finding) {
        findings.add(finding);
    }

    /** All that was found so far, in that order. */
    public List<Finding> list() {
        return List.copyOf(findings);
    }
}
