package dev.sluice.workbench.analysis;

import dev.sluice.types.Value;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values of which it is known beforehand what they may be. */
final class KnownValues {
    private KnownValues() {}

    static Optional<Samples.Taken> of(Datum datum) {
        if (!datum.is("random") && !datum.is("lead.random_number")) {
            return Optional.empty();
        }
        Set<Value> numbers = IntStream.rangeClosed(1, 100)
                .mapToObj(Value::number)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Optional.of(new Samples.Taken(numbers, Set.of()));
    }
}
