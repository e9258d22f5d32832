package dev.sluice.http.internal.answer;

import dev.sluice.http.InvalidRequestException;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is wrong with settings that read answers; names are canonical. */
public final class AnswerChecks {
    private static final List<String> OUTCOMES = List.of("success", "failure", "error");
    private static final List<String> RULES = List.of("", "statusaware", "packagecompatible");
    private static final List<String> OBJECTS =
            List.of(AnswerSetting.CAPTURE, AnswerSetting.APPEND, AnswerSetting.OUTCOMES);
    private static final List<String> PATTERNS = List.of(AnswerSetting.SEARCH_TERM, AnswerSetting.COOKIE);

    private AnswerChecks() {}

    /**
     * Checks that {@code settings} can be read at all, whatever else stands beside them.
     *
     * @throws InvalidRequestException for the first that is wrong
     */
    public static void shapes(Obj settings) {
        String rules = settings.get(AnswerSetting.RULES).text().replace("_", "").toLowerCase(Locale.ROOT);
        if (!RULES.contains(rules)) {
            throw wrong(AnswerSetting.RULES, "rules are statusAware or packageCompatible");
        }
        for (String name : OBJECTS) {
            Value value = settings.get(name);
            if (!(value instanceof Obj) && !value.isBlank()) {
                throw wrong(name, "'" + name + "' must be an object of names and values");
            }
        }
    }

    /**
     * Checks the values of {@code settings}, whatever else stands beside them.
     *
     * @throws InvalidRequestException for the first that is wrong
     */
    public static void values(Obj settings) {
        shapes(settings);
        String onMatch = settings.get(AnswerSetting.ON_MATCH).text();
        if (!onMatch.isBlank() && !OUTCOMES.contains(onMatch)) {
            throw wrong(AnswerSetting.ON_MATCH, "Outcome on match must be 'success', 'failure', or 'error'");
        }
        for (String name : PATTERNS) {
            pattern(name, settings.get(name));
        }
        members(settings, AnswerSetting.CAPTURE)
                .forEach((name, value) -> pattern(AnswerSetting.CAPTURE + "/" + name, value));
        members(settings, AnswerSetting.OUTCOMES).forEach((word, meant) -> {
            if (Outcomes.named(meant.text()).isEmpty()) {
                throw wrong(AnswerSetting.OUTCOMES + "/" + word, "a word means success, failure or error");
            }
        });
    }

    private static Map<String, Value> members(Obj settings, String name) {
        return settings.get(name) instanceof Obj group ? group.members() : Map.of();
    }

    private static void pattern(String place, Value pattern) {
        if (!pattern.isBlank()
                && SafePattern.of(pattern.text(), PatternStyle.ANY_CASE).isEmpty()) {
            throw wrong(place, "the pattern cannot be read");
        }
    }

    /**
     * Checks the names of settings that stand alone: one that is none would be left out, and every answer be a success.
     *
     * @throws InvalidRequestException for the first that is wrong
     */
    public static void names(Obj settings) {
        for (Map.Entry<String, Value> member : settings.members().entrySet()) {
            if (!AnswerSetting.isKnown(member.getKey())) {
                throw wrong(
                        member.getKey(),
                        "'" + member.getKey() + "' says nothing about answers; known are "
                                + String.join(", ", AnswerSetting.all()));
            }
            boolean plain = member.getValue() instanceof Text || member.getValue() instanceof Num;
            if (!plain && !member.getValue().isBlank() && !OBJECTS.contains(member.getKey())) {
                throw wrong(member.getKey(), "'" + member.getKey() + "' must be text");
            }
        }
        Optional.of(settings.get(AnswerSetting.FALLBACK_PRICE))
                .filter(price -> !price.isBlank() && Money.of(price).isEmpty())
                .ifPresent(price -> {
                    throw wrong(AnswerSetting.FALLBACK_PRICE, "a price is a number");
                });
    }

    private static InvalidRequestException wrong(String place, String text) {
        return new InvalidRequestException("/" + place, text);
    }
}
