package dev.sluice.rules.internal.check;

import dev.sluice.rules.internal.text.Sought;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code includes}: an element of a list, or a part of a text in any case. Of a list on the right, all must be there. */
final class Includes extends Check {
    /** Of each element its spellings, one of which must be there. */
    private final List<List<Constant>> wanted = new ArrayList<>();

    private final List<Sought> parts = new ArrayList<>();

    Includes(Value right, Reading reading) {
        List<Value> elements = right.plain() instanceof Arr arr ? arr.values() : List.of(right);
        for (Value element : elements) {
            if (!element.isBlank()) {
                wanted.add(reading.spellings(element).stream().map(Constant::of).toList());
                parts.add(new Sought(element.text()));
            }
        }
    }

    @Override
    public boolean holds(Value left, At at) {
        if (left.isBlank()) {
            return false;
        }
        if (left.plain() instanceof Arr arr) {
            return wanted.stream().allMatch(spellings -> anyEqual(arr, spellings, at));
        }
        String text = left.text();
        for (Sought part : parts) {
            if (!part.isIn(text)) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyEqual(Arr arr, List<Constant> spellings, At at) {
        for (Value element : arr) {
            for (Constant spelling : spellings) {
                if (spelling.equalsScalar(element, at)) {
                    return true;
                }
            }
        }
        return false;
    }
}
