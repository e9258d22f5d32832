package dev.sluice.http.internal.answer;

import dev.sluice.delivery.Outcome;
import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What recipients call their outcomes. */
public final class Outcomes {
    private static final List<String> GOOD = List.of(
            "success", "successful", "succeeded", "accepted", "accept", "created", "ok", "sold", "true", "yes", "1");
    private static final List<String> BAD = List.of(
            "failure",
            "failed",
            "fail",
            "rejected",
            "reject",
            "refused",
            "declined",
            "duplicate",
            "invalid",
            "unmatched",
            "false",
            "no",
            "0");

    private final Map<String, Outcome> known = new HashMap<>();

    private Outcomes() {
        GOOD.forEach(word -> known.put(word, Outcome.SUCCESS));
        BAD.forEach(word -> known.put(word, Outcome.FAILURE));
        known.put("error", Outcome.ERROR);
    }

    /** The usual words, and those of {@code table} with success, failure or error for each. */
    public static Outcomes with(Value table) {
        Outcomes outcomes = new Outcomes();
        if (table instanceof Obj words) {
            words.members().forEach((word, meant) -> named(meant.text())
                    .ifPresent(outcome -> outcomes.known.put(folded(word), outcome)));
        }
        return outcomes;
    }

    /** The outcome that a setting names: success, failure or error, in any case. */
    public static Optional<Outcome> named(String name) {
        return switch (folded(name)) {
            case "success" -> Optional.of(Outcome.SUCCESS);
            case "failure" -> Optional.of(Outcome.FAILURE);
            case "error" -> Optional.of(Outcome.ERROR);
            default -> Optional.empty();
        };
    }

    /** The outcome that a recipient's word means. */
    public Optional<Outcome> of(Value word) {
        if (word instanceof Bool bool) {
            return Optional.of(bool.value() ? Outcome.SUCCESS : Outcome.FAILURE);
        }
        return Optional.ofNullable(known.get(folded(word.text())));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
