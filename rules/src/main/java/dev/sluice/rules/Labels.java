package dev.sluice.rules;

import dev.sluice.rules.internal.program.Side;
import dev.sluice.types.Path;
import dev.sluice.types.Ref;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What people call a path: the field's own label, else its words in title case, without the section where leads are meant. */
final class Labels {
    private final Function<String, Optional<String>> labels;

    Labels(Function<String, Optional<String>> labels) {
        this.labels = labels;
    }

    String of(Side side) {
        String joined = side.refs().stream().map(this::of).distinct().collect(Collectors.joining(" and "));
        return joined.isEmpty() ? "Value" : joined;
    }

    String of(Ref ref) {
        List<String> words = Path.of(ref.path().trim()).words();
        boolean implied =
                words.size() > 1 && (words.get(0).equals("lead") || words.get(0).equals("appended"));
        List<String> told = implied ? words.subList(1, words.size()) : words;
        String first = labels.apply(told.get(0)).orElseGet(() -> title(told.get(0)));
        return told.size() == 1
                ? first
                : first + " " + told.stream().skip(1).map(Labels::title).collect(Collectors.joining(" "));
    }

    private static String title(String word) {
        StringBuilder out = new StringBuilder(word.length() + 4);
        boolean start = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean gap = c == '_' || c == '-' || c == ' ';
            boolean hump = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(word.charAt(i - 1));
            if ((gap || hump) && out.length() > 0) {
                out.append(' ');
            }
            if (!gap) {
                out.append(start || hump ? Character.toTitleCase(c) : c);
            }
            start = gap;
        }
        return out.toString();
    }
}
