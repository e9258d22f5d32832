package dev.sluice.cli.line;

import dev.sluice.cli.frame.LineException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants by their word in a question: the name in lower case. */
final class Words {
    private Words() {}

    /** The constant of {@code kind} that {@code word} names. */
    static <E extends Enum<E>> E of(Class<E> kind, String word) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> in(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new LineException("'" + word + "' is not one of "
                        + Arrays.stream(kind.getEnumConstants()).map(Words::in).collect(Collectors.joining(", "))));
    }

    private static String in(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
