package dev.sluice.templates.internal.program;

import java.util.List;

/** Words as the text of a path. */
final class Words {
    private Words() {}

    /** The path of {@code words}, with brackets around those that would not be read as one word. */
    static String path(List<String> words) {
        StringBuilder path = new StringBuilder();
        for (String word : words) {
            boolean plain = isPlain(word);
            path.append(path.length() > 0 && plain ? "." : "").append(plain ? word : bracketed(word));
        }
        return path.toString();
    }

    private static boolean isPlain(String word) {
        return !word.isBlank()
                && word.strip().length() == word.length()
                && word.indexOf('.') < 0
                && word.indexOf('[') < 0;
    }

    private static String bracketed(String word) {
        boolean quoted = word.indexOf(']') >= 0 || word.startsWith("\"") || word.startsWith("'");
        return quoted ? "[\"" + word + "\"]" : "[" + word + "]";
    }
}
