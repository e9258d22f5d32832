package dev.sluice.flow.check.internal.fields;

import dev.sluice.flow.check.Check;
import dev.sluice.flow.check.Found;
import dev.sluice.flow.check.Subject;

/** A flow that nobody may send leads to. */
final class SourcesGiven implements Check {
    @Override
    public void check(Subject subject, Found found) {
        if (subject.flow().sources().isEmpty()) {
            found.error("no_sources", "/sources", "a flow needs at least one source; add one with an id");
        }
    }
}
