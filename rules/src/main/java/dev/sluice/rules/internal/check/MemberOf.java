package dev.sluice.rules.internal.check;

import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code is included in}: a value equal to an element of a list; of a list on the left, any element. */
final class MemberOf extends Check {
    private final List<Constant> elements = new ArrayList<>();
    private final FoldedSet texts;
    private final Set<BigDecimal> numbers = new HashSet<>();

    MemberOf(List<Value> elements) {
        elements.forEach(element -> this.elements.add(Constant.of(element)));
        this.texts = FoldedSet.of(
                this.elements.stream().map(c -> c.value.plain().text()).toList());
        for (Constant element : this.elements) {
            if (element.number != null) {
                numbers.add(element.number.stripTrailingZeros());
            }
        }
    }

    @Override
    public boolean holds(Value left, At at) {
        if (left instanceof Text text && texts.contains(text.value())) {
            return true;
        }
        if (left.plain() instanceof Arr arr) {
            for (Value element : arr) {
                if (scalar(element, at)) {
                    return true;
                }
            }
            return false;
        }
        return scalar(left, at);
    }

    private boolean scalar(Value left, At at) {
        Value plain = left.plain();
        if (plain instanceof Text text && texts.contains(text.value())) {
            return true;
        }
        if (plain instanceof Num num && numbers.contains(num.value().stripTrailingZeros())) {
            return true;
        }
        return Moments.isTemporal(left) || !(plain instanceof Text || plain instanceof Num)
                ? each(left, at)
                : other(left, plain, at);
    }

    private boolean other(Value left, Value plain, At at) {
        if (plain instanceof Num) {
            return texts.contains(plain.text());
        }
        BigDecimal number = numbers.isEmpty() || Textual.is(left) ? null : Numbers.of(plain);
        return number != null && numbers.contains(number.stripTrailingZeros());
    }

    private boolean each(Value left, At at) {
        for (Constant element : elements) {
            if (element.equalsScalar(left, at)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Reach reach() {
        return Reach.of(elements);
    }
}
