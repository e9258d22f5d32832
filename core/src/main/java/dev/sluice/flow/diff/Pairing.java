package dev.sluice.flow.diff;

import dev.sluice.json.ValueJson;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of two lists are the same thing: those with the same id, then those that say the same, under another id
 * too, then those that say nearly the same. What says nearly the same as several is the first of them.
 */
final class Pairing {
    private final List<Side> before;
    private final List<Side> after;
    /** For each element before the place of its like after, or -1. */
    private final int[] partner;

    private final boolean[] taken;

    private Pairing(List<Side> before, List<Side> after) {
        this.before = before;
        this.after = after;
        this.partner = new int[before.size()];
        Arrays.fill(partner, -1);
        this.taken = new boolean[after.size()];
    }

    static Pairing of(String list, List<Side> before, List<Side> after) {
        Pairing pairing = new Pairing(before, after);
        pairing.pair(thing -> id(list, thing));
        pairing.pair(thing -> id(list, thing) == null ? ValueJson.canonical(thing) : null);
        pairing.pair(thing -> unnamed(list, thing));
        for (Function<Value, @Nullable String> likeness : likenesses(list)) {
            pairing.pair(thing -> id(list, thing) == null ? likeness.apply(thing) : null);
        }
        return pairing;
    }

    private static @Nullable String id(String list, Value thing) {
        if (thing instanceof Text text) {
            return list.equals("caps") ? "shared " + text.value() : text.value();
        }
        return text(thing, idMember(list));
    }

    /** Under which name elements of {@code list} say what they are called. */
    private static String idMember(String list) {
        return switch (list) {
            case "lookUps" -> "key";
            case "mappings" -> "property";
            case "fieldOverrides" -> "field";
            case "keyHashes" -> "hash";
            default -> "id";
        };
    }

    /** All that a thing with an id says beside it: what says the same under another id was renamed. */
    private static @Nullable String unnamed(String list, Value thing) {
        if (!(thing instanceof Obj obj) || id(list, thing) == null || list.equals("keyHashes")) {
            return null;
        }
        return ValueJson.canonical(obj.with(idMember(list), Missing.MISSING));
    }

    /** Whether what stood at place {@code i} before has another id now. */
    boolean isRenamed(String list, int i) {
        String earlier = id(list, before.get(i).real());
        return earlier != null
                && partner[i] >= 0
                && !earlier.equals(id(list, after.get(partner[i]).real()));
    }

    private static @Nullable String text(Value thing, String member) {
        return thing.part(member) instanceof Text text ? "own " + text.value() : null;
    }

    private static List<Function<Value, @Nullable String>> likenesses(String list) {
        return switch (list) {
            case "rules" ->
                List.of(
                        rule -> joined(rule, "lhv", "op"),
                        rule -> text(rule, "lhv"),
                        rule -> joined(rule, "name", "op"),
                        rule -> rule.part("rules").isMissing() ? null : "set");
            case "prices", "adjust" -> List.of(price -> ValueJson.canonical(price.part("ruleSet")), price -> "price");
            case "suppression" -> List.of(each -> joined(each, "value", "listName"), each -> text(each, "listName"));
            case "pingLimits" -> List.of(each -> text(each, "name"), each -> "limit");
            default -> List.of(each -> "thing");
        };
    }

    private static @Nullable String joined(Value thing, String one, String other) {
        return thing.part(one) instanceof Text text
                ? text.value() + "\n" + thing.part(other).text()
                : null;
    }

    /** Pairs what is still single and has the same key, in order. */
    private void pair(Function<Value, @Nullable String> key) {
        Map<String, Deque<Integer>> waiting = new HashMap<>();
        for (int j = 0; j < after.size(); j++) {
            String known = taken[j] ? null : key.apply(after.get(j).real());
            if (known != null) {
                waiting.computeIfAbsent(known, none -> new ArrayDeque<>()).add(j);
            }
        }
        for (int i = 0; i < before.size(); i++) {
            String known = partner[i] >= 0 ? null : key.apply(before.get(i).real());
            Deque<Integer> likes = known == null ? null : waiting.get(known);
            if (likes != null && !likes.isEmpty()) {
                partner[i] = likes.remove();
                taken[partner[i]] = true;
            }
        }
    }

    /** The place after of what stood at place {@code i} before; -1 when it is gone. */
    int partner(int i) {
        return partner[i];
    }

    boolean isNew(int j) {
        return !taken[j];
    }

    /** Whether each element before stands in another order to those that stay; as few as can be. */
    boolean[] moved() {
        boolean[] moved = new boolean[before.size()];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = partner[i] >= 0;
        }
        longestInOrder().forEach(i -> moved[i] = false);
        return moved;
    }

    /** A longest part of the elements that stand in the same order in both lists. */
    private List<Integer> longestInOrder() {
        List<Integer> ends = new ArrayList<>();
        int[] previous = new int[before.size()];
        for (int i = 0; i < before.size(); i++) {
            if (partner[i] >= 0) {
                int length = position(ends, partner[i]);
                previous[i] = length == 0 ? -1 : ends.get(length - 1);
                if (length == ends.size()) {
                    ends.add(i);
                } else {
                    ends.set(length, i);
                }
            }
        }
        List<Integer> longest = new ArrayList<>();
        for (int i = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); i >= 0; i = previous[i]) {
            longest.add(i);
        }
        return longest;
    }

    /** How many of {@code ends} have a partner before {@code place}. */
    private int position(List<Integer> ends, int place) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (partner[ends.get(middle)] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
