package dev.sluice.http.internal.body;

import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Text;
import dev.sluice.types.Value;

/** Which elements of arrays are left out. */
public enum ArrayRule {
    /** Nulls and empty text. */
    NOTHINGS,
    /** Nulls, empty text, zeros and false, as the observed package does. */
    FALSY;

    boolean drops(Value element) {
        return element.isAbsent() || isEmpty(element) || (this == FALSY && isZeroOrFalse(element));
    }

    private static boolean isEmpty(Value element) {
        return element instanceof Text text && text.value().isEmpty();
    }

    private static boolean isZeroOrFalse(Value element) {
        return element == Bool.FALSE
                || (element instanceof Num num && num.value().signum() == 0);
    }
}
