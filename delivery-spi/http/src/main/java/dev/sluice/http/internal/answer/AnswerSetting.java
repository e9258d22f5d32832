package dev.sluice.http.internal.answer;

import static java.util.Map.entry;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names of settings that read answers, and the other spellings that are read. */
public final class AnswerSetting {
    public static final String RULES = "rules";
    public static final String SCRIPT = "script";
    public static final String OUTCOMES = "outcomes";
    public static final String APPEND = "append";
    public static final String OUTCOME = "outcome";
    public static final String REASON = "reason";
    public static final String PRICE = "price";
    public static final String REFERENCE = "reference";
    public static final String BILLABLE = "billable";
    public static final String RETRY_AFTER = "retryAfter";
    public static final String SEARCH_TERM = "outcomeSearchTerm";
    public static final String SEARCH_PATH = "outcomeSearchPath";
    public static final String ON_MATCH = "outcomeOnMatch";
    public static final String REASON_PATH = "reasonPath";
    public static final String DEFAULT_REASON = "defaultReason";
    public static final String PRICE_PATH = "pricePath";
    public static final String FALLBACK_PRICE = "fallbackPrice";
    public static final String REFERENCE_PATH = "referencePath";
    public static final String COOKIE = "cookieSearchTerm";
    public static final String CAPTURE = "capture";
    public static final String CONTENT_TYPE = "contentType";

    private static final Map<String, String> ALIASES = Map.ofEntries(
            entry("outcome_search_term", SEARCH_TERM),
            entry("outcome_search_path", SEARCH_PATH),
            entry("outcome_on_match", ON_MATCH),
            entry("reason_path", REASON_PATH),
            entry("default_reason", DEFAULT_REASON),
            entry("price_path", PRICE_PATH),
            entry("fallback_price", FALLBACK_PRICE),
            entry("reference_path", REFERENCE_PATH),
            entry("cookie_search_term", COOKIE),
            entry("response_content_type_override", CONTENT_TYPE),
            entry("content_type", CONTENT_TYPE),
            entry("retry_after", RETRY_AFTER),
            entry("recipient.id", REFERENCE),
            entry("recipient_id", REFERENCE),
            entry("lead_id", REFERENCE));

    private static final Set<String> ALL = new TreeSet<>(Set.of(
            RULES,
            SCRIPT,
            OUTCOMES,
            APPEND,
            OUTCOME,
            REASON,
            PRICE,
            REFERENCE,
            BILLABLE,
            RETRY_AFTER,
            SEARCH_TERM,
            SEARCH_PATH,
            ON_MATCH,
            REASON_PATH,
            DEFAULT_REASON,
            PRICE_PATH,
            FALLBACK_PRICE,
            REFERENCE_PATH,
            COOKIE,
            CAPTURE,
            CONTENT_TYPE));

    private AnswerSetting() {}

    /** Whether there is a setting of this canonical name. */
    static boolean isKnown(String name) {
        return ALL.contains(name);
    }

    /** The canonical names of all settings, in order. */
    static Set<String> all() {
        return Collections.unmodifiableSet(ALL);
    }

    /** The one spelling that is looked for. */
    public static String canonical(String name) {
        return ALIASES.getOrDefault(name, name);
    }

    /** {@code settings} under canonical names; {@code capture.x} becomes a member of {@code capture}. */
    public static Obj canonical(Obj settings) {
        Obj all = Obj.EMPTY;
        for (Map.Entry<String, Value> member : settings.members().entrySet()) {
            String name = member.getKey();
            if (name.startsWith(CAPTURE + ".")) {
                Obj captures = all.get(CAPTURE) instanceof Obj known ? known : Obj.EMPTY;
                all = all.with(CAPTURE, captures.with(name.substring(CAPTURE.length() + 1), member.getValue()));
            } else {
                all = all.with(canonical(name), member.getValue());
            }
        }
        return all;
    }
}
