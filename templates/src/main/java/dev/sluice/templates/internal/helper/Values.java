package dev.sluice.templates.internal.helper;

import dev.sluice.templates.internal.number.Numbers;
import dev.sluice.types.Arr;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;

/** How helpers read their arguments. */
public final class Values {
    private Values() {}

    /** The text of a value; the elements of an array with commas between them. */
    public static String text(Value value) {
        return value.plain() instanceof Arr array ? Joining.joined(array, ",") : value.text();
    }

    /** The whole number that a value is or spells, within the range of an int; {@code otherwise} when it is none. */
    static int whole(Value value, int otherwise) {
        BigDecimal number = Numbers.of(value);
        if (number == null) {
            return otherwise;
        }
        BigDecimal bounded =
                number.min(BigDecimal.valueOf(Integer.MAX_VALUE)).max(BigDecimal.valueOf(-Integer.MAX_VALUE));
        return bounded.intValue();
    }

    /** The elements of an array, or the one value. */
    static List<Value> elements(Value value) {
        return value.plain() instanceof Arr array ? array.values() : List.of(value);
    }
}
