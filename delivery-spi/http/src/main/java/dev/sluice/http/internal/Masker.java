package dev.sluice.http.internal;

import dev.sluice.http.internal.body.Field;
import dev.sluice.http.internal.body.FormText;
import dev.sluice.http.internal.body.JsonText;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hides words wherever they stand: as they are, percent-encoded, in JSON, and in Base64. */
public final class Masker {
    private static final String MASK = "****";
    /** Shorter words stand in too many others; hiding them would say more than it hides. */
    private static final int SHORTEST = 4;

    private static final int MOST_WORDS = 500;
    private static final int LONGEST_WORD = 1_000;

    private final List<Pattern> words;

    private Masker(Set<String> words) {
        this.words = words.stream()
                .filter(word -> word.length() >= SHORTEST && word.length() <= LONGEST_WORD)
                .sorted(Comparator.comparing(String::length).reversed())
                .limit(MOST_WORDS)
                .map(word -> Pattern.compile(word, Pattern.LITERAL | Pattern.CASE_INSENSITIVE))
                .collect(Collectors.toList());
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
        for (Pattern word : words) {
            hidden = word.matcher(hidden).replaceAll(MASK);
        }
        return hidden;
    }

    /** {@code value} with the words hidden in all its text; names stay. */
    public Value hide(Value value) {
        if (value instanceof Text text) {
            return new Text(hide(text.value()));
        }
        if (value instanceof Arr arr) {
            return Arr.of(arr.values().stream().map(this::hide).toList());
        }
        return value instanceof Obj obj ? hide(obj) : value;
    }

    /** {@code obj} with the words hidden in all its text; names stay. */
    public Obj hide(Obj obj) {
        Map<String, Value> members = new LinkedHashMap<>();
        obj.members().forEach((name, value) -> members.put(name, hide(value)));
        return Obj.of(members);
    }
}
