package dev.sluice.json.internal.tree;

import dev.sluice.internal.names.Pointer;
import dev.sluice.rules.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything wrong that reading a document has met so far. */
public final class Faults {
    private final List<Finding> found = new ArrayList<>();
    private final Set<String> filledIn = new LinkedHashSet<>();

    /** What stands at {@code pointer} is wrong, and something else was put there for the time being. */
    public void wrong(String code, String pointer, String text) {
        found.add(Finding.error(code, pointer, text));
        filledIn.add(pointer);
    }

    /** The object at {@code pointer} lacks {@code key}. */
    public void missing(String pointer, String key, String text) {
        found.add(Finding.error("missing_key", pointer, text));
        filledIn.add(Pointer.below(pointer, key));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All faults, and after them those of {@code further} that concern what the document really says. */
    public List<Finding> with(List<Finding> further) {
        List<Finding> all = new ArrayList<>(found);
        further.stream().filter(finding -> !isFilledIn(finding.pointer())).forEach(all::add);
        return all;
    }

    private boolean isFilledIn(String pointer) {
        return filledIn.stream().anyMatch(place -> pointer.equals(place) || pointer.startsWith(place + "/"));
    }
}
