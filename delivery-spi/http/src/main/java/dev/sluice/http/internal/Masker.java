package dev.sluice.http.internal;

import dev.sluice.http.internal.body.Field;
import dev.sluice.http.internal.body.FormText;
import dev.sluice.http.internal.body.JsonText;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Hides words wherever they stand: as they are, percent-encoded, in JSON, and in Base64. */
public final class Masker {
    private static final String MASK = "****";
    /** Shorter words stand in too many others; hiding them would say more than it hides. */
    private static final int SHORTEST = 4;

    private static final int MOST_WORDS = 500;
    private static final int LONGEST_WORD = 1_000;

    private final List<Hidden> words;

    private Masker(Set<String> words) {
        this.words = words.stream()
                .filter(word -> word.length() >= SHORTEST && word.length() <= LONGEST_WORD)
                .sorted(Comparator.comparing(String::length).reversed())
                .limit(MOST_WORDS)
                .map(Hidden::of)
                .collect(Collectors.toList());
    }

    /**
     * A word to be hidden, in any case of its letters.
     *
     * @param small its first letter in lower case
     * @param large and in upper case
     */
    private record Hidden(String word, char small, char large) {
        static Hidden of(String word) {
            return new Hidden(word, Character.toLowerCase(word.charAt(0)), Character.toUpperCase(word.charAt(0)));
        }

        /** Where it next stands; -1 when it does not. */
        int in(String text, int from) {
            int last = text.length() - word.length();
            int nextSmall = text.indexOf(small, from);
            int nextLarge = small == large ? -1 : text.indexOf(large, from);
            while (nextSmall >= 0 || nextLarge >= 0) {
                boolean isSmall = nextLarge < 0 || (nextSmall >= 0 && nextSmall < nextLarge);
                int at = isSmall ? nextSmall : nextLarge;
                if (at > last) {
                    return -1;
                }
                if (text.regionMatches(true, at, word, 0, word.length())) {
                    return at;
                }
                nextSmall = isSmall ? text.indexOf(small, at + 1) : nextSmall;
                nextLarge = isSmall ? nextLarge : text.indexOf(large, at + 1);
            }
            return -1;
        }

        String hide(String text) {
            int at = in(text, 0);
            if (at < 0) {
                return text;
            }
            StringBuilder hidden = new StringBuilder(text.length());
            int done = 0;
            for (; at >= 0; at = in(text, done)) {
                hidden.append(text, done, at).append(MASK);
                done = at + word.length();
            }
            return hidden.append(text, done, text.length()).toString();
        }
    }

    /** Hides {@code secrets}. */
    public static Masker ofSecrets(List<String> secrets) {
        Set<String> words = new LinkedHashSet<>();
        for (String secret : secrets) {
            words.add(secret);
            words.add(FormText.encode(secret));
            String quoted = JsonText.of(new Text(secret));
            words.add(quoted.substring(1, quoted.length() - 1));
            words.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        }
        return new Masker(words);
    }

    /** Hides the values of a lead. */
    public static Masker ofLead(Obj lead) {
        Set<String> words = new LinkedHashSet<>();
        Field.nested(lead).forEach(field -> words.add(field.text().strip()));
        return new Masker(words);
    }

    /** {@code text} with the words hidden. */
    public String hide(String text) {
        String hidden = text;
        for (Hidden word : words) {
            hidden = word.hide(hidden);
        }
        return hidden;
    }

    /** {@code value} with the words hidden in all its text; names stay. */
    public Value hide(Value value) {
        if (words.isEmpty()) {
            return value;
        }
        if (value instanceof Text text) {
            String hidden = hide(text.value());
            return hidden.equals(text.value()) ? text : new Text(hidden);
        }
        if (value instanceof Arr arr) {
            return hide(arr);
        }
        return value instanceof Obj obj ? hide(obj) : value;
    }

    private Arr hide(Arr arr) {
        List<Value> all = new ArrayList<>(arr.size());
        boolean same = true;
        for (Value each : arr) {
            Value hidden = hide(each);
            same &= hidden == each;
            all.add(hidden);
        }
        return same ? arr : Arr.of(all);
    }

    /** {@code obj} with the words hidden in all its text; names stay. This very object where nothing is hidden. */
    public Obj hide(Obj obj) {
        if (words.isEmpty()) {
            return obj;
        }
        Obj hidden = obj;
        for (int i = 0; i < obj.shape().size(); i++) {
            hidden = hidden.withAt(i, hide(obj.at(i)));
        }
        return hidden;
    }
}
