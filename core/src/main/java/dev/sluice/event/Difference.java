package dev.sluice.event;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Missing;
import dev.sluice.types.Scope;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One value of a lead that is not the same at two moments.
 *
 * @param path under its dotted name: {@code email.valid}
 * @param before the value at the first moment; missing when there was none
 * @param after the value at the second moment; missing when there is none
 */
public record Difference(String path, Value before, Value after) {
    public Difference {
        requireNonNull(path, "path");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** What is different from {@code first} to {@code second}, in the order of names there. */
    public static List<Difference> between(Scope first, Scope second) {
        return between(first.flat(), second.flat(), first.flat(), second.flat());
    }

    /** The same as {@code reader} sees it: that a value is another one is told even where the value is not. */
    public static List<Difference> between(Event first, Event second, Reader reader) {
        return between(
                first.snapshot().flat(),
                second.snapshot().flat(),
                reader.of(first.snapshot()).flat(),
                reader.of(second.snapshot()).flat());
    }

    private static List<Difference> between(
            Map<String, Value> before,
            Map<String, Value> after,
            Map<String, Value> seen,
            Map<String, Value> seenAfter) {
        Set<String> paths = new LinkedHashSet<>(after.keySet());
        paths.addAll(before.keySet());
        List<Difference> all = new ArrayList<>();
        for (String path : paths) {
            if (!of(before, path).equals(of(after, path))) {
                all.add(new Difference(path, of(seen, path), of(seenAfter, path)));
            }
        }
        return all;
    }

    private static Value of(Map<String, Value> flat, String path) {
        return flat.getOrDefault(path, Missing.MISSING);
    }
}
