package dev.sluice.rules.internal.check;

import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code is equal to}: one value, or a list whose elements are compared whatever their order. */
final class EqualTo extends Check {
    private final Constant constant;
    private final List<Constant> elements;
    /** Whether nothing but the same text can be equal to a text. */
    private final boolean plainText;

    EqualTo(Value right) {
        this.constant = Constant.of(right);
        this.elements = right.plain() instanceof Arr arr ? sorted(arr) : List.of();
        this.plainText = !constant.blank && !constant.temporal && constant.number == null && elements.isEmpty();
    }

    @Override
    public boolean holds(Value left, At at) {
        if (plainText && left instanceof Text text) {
            return constant.sameText(text.value());
        }
        if (left.plain() instanceof Arr arr) {
            return arr.isBlank() ? constant.blank : sameElements(sorted(arr), at);
        }
        return (elements.isEmpty() || constant.blank) && constant.equalsScalar(left, at);
    }

    private boolean sameElements(List<Constant> left, At at) {
        if (left.size() != elements.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!elements.get(i).equalsScalar(left.get(i).value, at)) {
                return false;
            }
        }
        return true;
    }

    private static List<Constant> sorted(Arr arr) {
        List<Constant> sorted = new ArrayList<>(arr.size());
        arr.forEach(element -> sorted.add(Constant.of(element)));
        sorted.sort(Comparator.comparing(Constant::sortKey));
        return sorted;
    }

    @Override
    public Reach reach() {
        return Reach.of(List.of(constant));
    }
}
