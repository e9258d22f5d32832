package dev.sluice.types.internal;

import dev.sluice.types.Whitespace;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a range: the numbers of a text, and what the text before, between and behind them means. */
final class RangeReader {
    private static final int LONGEST = 1000;
    private static final Set<String> FROM =
            Set.of(">", ">=", "\u2265", "over", "above", "more than", "greater than", "at least");
    private static final Set<String> UP_TO =
            Set.of("<", "<=", "\u2264", "under", "below", "less than", "up to", "at most");
    private static final Set<String> BETWEEN = Set.of("to", "and", "thru", "through");
    private static final String NO_SEPARATORS = "/:;_+";

    private final String text;

    private RangeReader(String text) {
        this.text = text;
    }

    /** The range that {@code text} holds, or null. */
    static @Nullable Range read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        List<FoundNumber> numbers = NumberFinder.in(text);
        return switch (numbers.size()) {
            case 1 -> new RangeReader(text).one(numbers.get(0));
            case 2 -> new RangeReader(text).two(numbers.get(0), numbers.get(1));
            default -> null;
        };
    }

    private @Nullable Range one(FoundNumber number) {
        if (!NumberReader.isInRange(number.value())) {
            return null;
        }
        String word = wordBefore(number.from());
        if (FROM.contains(word) || plusBehind(number.to())) {
            return new Range(number.value(), null);
        }
        if (UP_TO.contains(word)) {
            return new Range(null, number.value());
        }
        return dashBehind(number.to()) ? null : new Range(number.value(), number.value());
    }

    private @Nullable Range two(FoundNumber first, FoundNumber second) {
        boolean two = separates(text.substring(first.to(), second.from()))
                && !plusBehind(second.to())
                && !dashBehind(second.to())
                && NumberReader.isInRange(first.value())
                && NumberReader.isInRange(second.value());
        return two ? Range.between(first.value(), second.value()) : null;
    }

    /** Blanks, dashes and words separate two numbers; other signs might as well join them. */
    private static boolean separates(String gap) {
        boolean separates = isBetween(gap);
        for (int i = 0; i < gap.length(); i++) {
            char c = gap.charAt(i);
            if (NO_SEPARATORS.indexOf(c) >= 0 && !(c == '+' && isSign(gap, i))) {
                return false;
            }
            separates |= NumberFinder.isDash(c) || c == '~' || Whitespace.is(c);
        }
        return separates;
    }

    /** Whether {@code word} is one that stands between the numbers of a range. */
    static boolean isBetween(String word) {
        return BETWEEN.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether the plus at {@code i} belongs to the number behind the gap. */
    private static boolean isSign(String gap, int i) {
        return i == gap.length() - 1
                && i > 0
                && !Whitespace.trim(gap.substring(0, i)).isEmpty();
    }

    private String wordBefore(int end) {
        return withoutCurrency(Whitespace.trim(text.substring(0, end)).toLowerCase(Locale.ROOT));
    }

    /** {@code text} without a currency sign at its end. */
    static String withoutCurrency(String text) {
        int last = text.length() - 1;
        boolean currency = last >= 0 && Character.getType(text.charAt(last)) == Character.CURRENCY_SYMBOL;
        return currency ? Whitespace.trim(text.substring(0, last)) : text;
    }

    private boolean plusBehind(int end) {
        return Whitespace.trim(text.substring(end)).startsWith("+");
    }

    private boolean dashBehind(int end) {
        for (int i = end; i < text.length(); i++) {
            if (NumberFinder.isDash(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
