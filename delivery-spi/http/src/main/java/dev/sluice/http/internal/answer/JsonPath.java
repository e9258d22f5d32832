package dev.sluice.http.internal.answer;

import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The way to values in a document: names with dots, {@code [n]} or {@code .n} for places, {@code *} for all. */
final class JsonPath {
    private static final int MOST_FOUND = 1_000;
    private static final Pattern START = Pattern.compile("^\\$\\.?");
    private static final Pattern PLACE = Pattern.compile("\\[\\s*[\"']?([^\\]\"']*)[\"']?\\s*\\]");

    private final List<String> words;

    private JsonPath(List<String> words) {
        this.words = words;
    }

    static JsonPath of(String path) {
        String stripped = path.strip();
        String bare = stripped.startsWith("$") ? START.matcher(stripped).replaceFirst("") : stripped;
        String dotted = bare.indexOf('[') < 0 ? bare : PLACE.matcher(bare).replaceAll(".$1");
        return new JsonPath(words(dotted));
    }

    private static List<String> words(String dotted) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int dot = dotted.indexOf('.'); start <= dotted.length(); dot = dotted.indexOf('.', start)) {
            int end = dot < 0 ? dotted.length() : dot;
            if (end > start) {
                words.add(dotted.substring(start, end));
            }
            start = end + 1;
        }
        return words;
    }

    /** What is there; the elements of an array one by one. */
    List<Value> select(Value root) {
        if (!words.contains("*")) {
            Value one = get(root);
            if (!(one instanceof Arr)) {
                return one.isMissing() ? List.of() : List.of(one);
            }
        }
        Stream<Value> found = Stream.of(root);
        for (String word : words) {
            found = found.flatMap(value -> step(value, word));
        }
        return found.flatMap(value -> value instanceof Arr arr ? arr.values().stream() : Stream.of(value))
                .filter(value -> !value.isMissing())
                .limit(MOST_FOUND)
                .toList();
    }

    /** The one value that is there, as it is; missing when there is none. */
    Value get(Value root) {
        Value value = root;
        for (String word : words) {
            value = value.part(word);
        }
        return value;
    }

    private static Stream<Value> step(Value value, String word) {
        if (!word.equals("*")) {
            return Stream.of(value.part(word));
        }
        if (value instanceof Arr arr) {
            return arr.values().stream();
        }
        return value instanceof Obj obj ? obj.members().values().stream() : Stream.empty();
    }
}
