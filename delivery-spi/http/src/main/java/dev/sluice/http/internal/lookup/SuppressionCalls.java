package dev.sluice.http.internal.lookup;

import dev.sluice.http.InvalidRequestException;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The calls of a suppression service, as settings of a webhook.
 *
 * @param query asks for one value
 * @param add adds values
 * @param delete takes values off
 */
public record SuppressionCalls(Action action, Obj query, Obj add, Obj delete) {
    private static final Set<String> KEYS = Set.of("url", "apiKey", "api_key", "action", "lists");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9_]");

    /** What is done. */
    public enum Action {
        QUERY,
        ADD,
        DELETE,
        IS_UNIQUE;

        static Optional<Action> named(String word) {
            for (Action action : values()) {
                if (action.name().equalsIgnoreCase(word)) {
                    return Optional.of(action);
                }
            }
            return Optional.empty();
        }
    }

    /** @throws InvalidRequestException when a setting is wrong */
    public static SuppressionCalls of(Obj config, String response) {
        for (String name : config.members().keySet()) {
            if (!KEYS.contains(name)) {
                throw new InvalidRequestException("/" + name, "settings are url, apiKey, action and lists");
            }
        }
        String word =
                config.get("action").isBlank() ? "query" : config.get("action").text();
        Action action = Action.named(word)
                .orElseThrow(
                        () -> new InvalidRequestException("/action", "an action is query, add, delete or is_unique"));
        List<String> lists = texts(config.get("lists")).stream()
                .map(SuppressionCalls::slug)
                .filter(name -> !name.isEmpty())
                .toList();
        if (lists.isEmpty() || (action != Action.QUERY && lists.size() > 1)) {
            throw new InvalidRequestException("/lists", "name one list; only a query may name several");
        }
        String base = config.get("url").text().replaceAll("/+$", "");
        Obj asking = call(config, response, base + "/exists/" + String.join("%7C", lists) + "/{{lead.value}}", "query")
                .with("fields", Obj.EMPTY);
        Obj changing = call(config, response, base + "/lists/" + lists.get(0) + "/items", "json");
        return new SuppressionCalls(action, asking, changing, changing.with("method", Value.text("DELETE")));
    }

    private static Obj call(Obj config, String response, String url, String format) {
        Value key = config.get("apiKey").isMissing() ? config.get("api_key") : config.get("apiKey");
        return (Obj) Value.of(Map.of(
                "url", url, "format", format, "basicUsername", "X", "basicPassword", key.text(), "response", response));
    }

    public boolean isChange() {
        return action != Action.QUERY;
    }

    /** The form that a name has in addresses. */
    private static String slug(String name) {
        String joined = SPACE.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
        return OTHER.matcher(joined).replaceAll("");
    }

    /** What is there, one by one: of an array, or of a text with commas; quotes keep a comma. */
    public static List<String> texts(Value given) {
        List<String> all = new ArrayList<>();
        if (given instanceof Arr arr) {
            arr.forEach(each -> all.addAll(texts(each)));
            return all;
        }
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (char c : (given.text() + ",").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                all.add(text.toString().strip());
                text.setLength(0);
            } else {
                text.append(c);
            }
        }
        all.add(text.toString().replaceAll(",$", "").strip());
        all.removeIf(String::isEmpty);
        return all;
    }
}
