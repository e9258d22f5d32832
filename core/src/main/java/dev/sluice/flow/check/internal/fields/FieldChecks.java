package dev.sluice.flow.check.internal.fields;

import dev.sluice.flow.check.Check;
import java.util.List;

/** All checks of names, fields and sources, in the order in which findings about one place are told. */
public final class FieldChecks {
    private static final List<Check> ALL = List.of(
            new EmptyNames(),
            new LongNames(),
            new DuplicateIds(),
            new FieldTypesKnown(),
            new FieldSettings(),
            new SourcesGiven(),
            new KeyHashes(),
            new SourceFields(),
            new FieldOverrides());

    private FieldChecks() {}

    public static List<Check> all() {
        return ALL;
    }
}
