package dev.sluice.json.internal.tree;

import dev.sluice.internal.names.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that one setting may have, each with what it stands for. Read in any case, with or without underscores. */
public final class Words<E> {
    private static final int SHOWN = 60;

    private final String thing;
    private final String code;
    private final Map<String, E> canonical = new LinkedHashMap<>();
    private final Map<String, E> spellings = new LinkedHashMap<>();

    private Words(String thing, String code) {
        this.thing = thing;
        this.code = code;
    }

    /** Starts the words of {@code thing}, which is named without an article; unknown ones are found under {@code code}. */
    public static <E> Words<E> of(String thing, String code) {
        return new Words<>(thing, code);
    }

    /** Adds a meaning with its canonical word and other spellings; for use while the table is built. */
    public Words<E> with(E meaning, String word, String... others) {
        canonical.put(word, meaning);
        spellings.put(plain(word), meaning);
        for (String other : others) {
            spellings.put(plain(other), meaning);
        }
        return this;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    public @Nullable E meaning(String word) {
        return spellings.get(plain(word));
    }

    public String word(E meaning) {
        for (Map.Entry<String, E> entry : canonical.entrySet()) {
            if (entry.getValue().equals(meaning)) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("no " + thing + " is called " + meaning);
    }

    public List<String> words() {
        return new ArrayList<>(canonical.keySet());
    }

    public String code() {
        return code;
    }

    public String unknown(String word) {
        return "there is no " + thing + " '" + shown(word) + "'; " + Nearest.advice(word, canonical.keySet());
    }

    /** A text of a definition as messages quote it: not longer than a line. */
    public static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
