package dev.sluice.flow.check;

import dev.sluice.rules.Finding;
import java.util.ArrayList;
import java.util.List;

/** Collects findings. */
final class Found {
    private final List<Finding> findings = new ArrayList<>();

    void error(String code, String pointer, String text) {
        findings.add(Finding.error(code, pointer, text));
    }

    void warning(String code, String pointer, String text) {
        findings.add(Finding.warning(code, pointer, text));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    List<Finding> list() {
        return List.copyOf(findings);
    }
}
