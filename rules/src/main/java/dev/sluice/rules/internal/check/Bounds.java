package dev.sluice.rules.internal.check;

import dev.sluice.rules.internal.text.Folding;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two bounds of {@code is between}: an array of two, or text as {@code a-b}, {@code a to b}, {@code a and b},
 * {@code a,b}. Negative bounds need the array, since a hyphen divides.
 */
record Bounds(Constant low, Constant high) {
    private static final At SOME_MOMENT = At.utc(Instant.EPOCH);
    private static final List<String> WORDS = List.of(" to ", " and ", "..", "\u2013", "\u2014");
    private static final int MAX_LENGTH = 200;

    static @Nullable Bounds of(Value right) {
        if (right.plain() instanceof Arr arr) {
            return arr.size() == 2 ? of(arr.at(0), arr.at(1)) : null;
        }
        return right.plain() instanceof Text text && text.value().length() <= MAX_LENGTH
                ? of(text.value().trim())
                : null;
    }

    private static @Nullable Bounds of(String text) {
        String inner = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        String lower = Folding.fold(inner);
        for (String word : WORDS) {
            int at = lower.indexOf(word);
            if (at > 0) {
                return of(inner, at, word.length());
            }
        }
        Bounds divided = inner.startsWith("-") ? null : divided(inner, '-');
        return divided == null ? divided(inner, ',') : divided;
    }

    private static @Nullable Bounds divided(String text, char divider) {
        for (int at = text.indexOf(divider, 1); at > 0; at = text.indexOf(divider, at + 1)) {
            Bounds bounds = of(text, at, 1);
            if (bounds != null) {
                return bounds;
            }
        }
        return null;
    }

    private static @Nullable Bounds of(String text, int divider, int width) {
        return of(
                new Text(text.substring(0, divider).trim()),
                new Text(text.substring(divider + width).trim()));
    }

    private static @Nullable Bounds of(Value low, Value high) {
        Constant from = Constant.of(low);
        Constant to = Constant.of(high);
        boolean numbers = from.number != null && to.number != null;
        return numbers || (from.moment(SOME_MOMENT) != null && to.moment(SOME_MOMENT) != null)
                ? new Bounds(from, to)
                : null;
    }

    /** Whether nothing can lie between them. */
    boolean impossible() {
        if (low.number != null && high.number != null) {
            return low.number.compareTo(high.number) > 0;
        }
        var from = low.moment(SOME_MOMENT);
        var to = high.moment(SOME_MOMENT);
        return from != null && to != null && Moments.compare(from, to, SOME_MOMENT) > 0;
    }
}
