package dev.sluice.http.internal.answer;

import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A body that is an object, or is made one: an array becomes its member {@code array}. */
final class JsonAnswer implements Parsed {
    private static final int MOST_PAIRS = 500;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final Obj root;
    private final String text;
    private @Nullable Obj document;

    private JsonAnswer(Obj root, String text) {
        this.root = root;
        this.text = text;
    }

    static JsonAnswer of(Value value, String text) {
        if (value instanceof Obj obj) {
            return new JsonAnswer(obj, text);
        }
        return new JsonAnswer(value instanceof Arr ? Obj.EMPTY.with("array", value) : Obj.EMPTY, text);
    }

    static JsonAnswer ofForm(String text) {
        Obj root = Obj.EMPTY;
        for (String pair : text.strip().split("&", MOST_PAIRS)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                root = root.with(decoded(pair.substring(0, equals)), new Text(decoded(pair.substring(equals + 1))));
            }
        }
        return new JsonAnswer(root, text);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    @Override
    public List<Value> select(String path) {
        return JsonPath.of(path).select(root);
    }

    /** Made once; threads that race for it make equal ones. */
    @Override
    public Obj document() {
        Obj known = document;
        if (known == null) {
            known = quoted(root);
            document = known;
        }
        return known;
    }

    @Override
    public String text() {
        return text;
    }

    /** Names that are numbers in quotes: they are no places of an array. */
    private static Obj quoted(Obj obj) {
        if (isPlain(obj)) {
            return obj;
        }
        Map<String, Value> all = new LinkedHashMap<>();
        obj.members()
                .forEach((name, value) ->
                        all.put(DIGITS.matcher(name).matches() ? "'" + name + "'" : name, quoted(value)));
        return Obj.of(all);
    }

    /** Nearly all answers are: there is nothing in them that could hold such a name. */
    private static boolean isPlain(Obj obj) {
        for (int i = 0; i < obj.shape().size(); i++) {
            String name = obj.shape().name(i);
            boolean place = !name.isEmpty() && name.charAt(0) >= '0' && name.charAt(0) <= '9';
            if (place || obj.at(i) instanceof Obj || obj.at(i) instanceof Arr) {
                return false;
            }
        }
        return true;
    }

    private static Value quoted(Value value) {
        if (value instanceof Arr arr) {
            return Arr.of(arr.values().stream().map(JsonAnswer::quoted).toList());
        }
        return value instanceof Obj obj ? quoted(obj) : value;
    }
}
