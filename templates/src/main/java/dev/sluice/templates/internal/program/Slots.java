package dev.sluice.templates.internal.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the names between bars. Used while one template compiles. */
final class Slots {
    private int count;

    int count() {
        return count;
    }

    Map<String, Integer> number(List<String> names) {
        Map<String, Integer> numbered = new LinkedHashMap<>();
        names.forEach(name -> numbered.put(name, count++));
        return numbered;
    }
}
