package dev.sluice.http.internal.answer;

import dev.sluice.delivery.Outcome;
import dev.sluice.http.Response;
import dev.sluice.http.internal.script.Script;
import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One answer, read by the settings for it. */
public final class Reading {
    private static final int LONGEST_REASON = 500;
    private static final String APPENDED = "appended.";
    /** Members of a body that are no data for following steps: they say what the answer means. */
    private static final List<String> ABOUT = List.of("outcome", "reason", "price", "reference", "cookie");

    private final Obj settings;
    private final Response response;
    private final Parsed body;
    private final Script script;
    private final Map<String, Value> names;
    private final Map<String, Value> canonical;

    public Reading(Obj settings, Response response, Parsed body, Script script) {
        this.settings = settings;
        this.response = response;
        this.body = body;
        this.script = script;
        this.names = script.run(new AnswerFacts(response, body));
        this.canonical = new HashMap<>();
        names.forEach((name, value) -> {
            if (!value.isAbsent()) {
                canonical.putIfAbsent(AnswerSetting.canonical(name), value);
            }
        });
    }

    private String setting(String name) {
        return settings.get(name).text();
    }

    /** What the script gave {@code name}. */
    public Optional<Value> mapped(String name) {
        return Optional.ofNullable(canonical.get(name));
    }

    /** Whether the script may give {@code name} something. */
    public boolean maps(String name) {
        return script.names().stream().map(AnswerSetting::canonical).anyMatch(name::equals);
    }

    /** Whether the body is what it says that it is. */
    public boolean isReadable() {
        return body.isAsSaid();
    }

    /** The outcome by searching: success when nothing is searched for. */
    public Outcome searched() {
        String term = setting(AnswerSetting.SEARCH_TERM).strip();
        String onMatch = setting(AnswerSetting.ON_MATCH).strip();
        if (term.isEmpty() && onMatch.isEmpty()) {
            return Outcome.SUCCESS;
        }
        Outcome matched = Outcomes.named(onMatch).orElse(Outcome.SUCCESS);
        boolean found = SafePattern.of(term.isEmpty() ? ".*" : term, PatternStyle.ANY_CASE)
                .filter(pattern -> candidates().stream().anyMatch(pattern::find))
                .isPresent();
        return found ? matched : inverse(matched);
    }

    private static Outcome inverse(Outcome outcome) {
        return outcome == Outcome.SUCCESS ? Outcome.FAILURE : Outcome.SUCCESS;
    }

    private List<String> candidates() {
        String path = setting(AnswerSetting.SEARCH_PATH);
        List<String> all = path.isBlank()
                ? List.of(body.text())
                : body.select(path).stream().map(Value::text).toList();
        return all.stream().filter(text -> !text.isBlank()).toList();
    }

    /** All reasons that were found, else the default. */
    public Optional<String> reason() {
        String path = setting(AnswerSetting.REASON_PATH);
        List<String> found = path.isBlank()
                ? List.of()
                : body.select(path).stream()
                        .filter(value -> value != Bool.FALSE)
                        .map(value -> value.text().strip())
                        .filter(text -> !text.isEmpty())
                        .sorted()
                        .toList();
        String joined = String.join(", ", found);
        return text(joined).or(() -> text(setting(AnswerSetting.DEFAULT_REASON)));
    }

    /** What the body itself calls the reason. */
    public Optional<String> reasonOfBody() {
        return text(body.document().get("reason").text());
    }

    private static Optional<String> text(String text) {
        String stripped = text.strip();
        return stripped.isEmpty()
                ? Optional.empty()
                : Optional.of(stripped.substring(0, Math.min(stripped.length(), LONGEST_REASON)));
    }

    /** The price that was found, else the one to fall back on, else zero. */
    public BigDecimal price() {
        String path = setting(AnswerSetting.PRICE_PATH);
        return mapped(AnswerSetting.PRICE)
                .or(() -> path.isBlank()
                        ? Optional.empty()
                        : body.select(path).stream()
                                .filter(value -> !value.isBlank())
                                .findFirst())
                .flatMap(Money::of)
                .or(() -> Money.of(settings.get(AnswerSetting.FALLBACK_PRICE)))
                .orElse(BigDecimal.ZERO);
    }

    /** The recipient's own id. */
    public @Nullable Value reference() {
        String path = setting(AnswerSetting.REFERENCE_PATH);
        return mapped(AnswerSetting.REFERENCE)
                .or(() -> path.isBlank()
                        ? Optional.empty()
                        : body.select(path).stream().findFirst())
                .or(() -> Optional.of(body.document().get("reference")))
                .filter(value -> !value.isBlank())
                .orElse(null);
    }

    /** The first cookie, in order of text, that is looked for; else what the body itself calls one. */
    public @Nullable String cookie() {
        String term = setting(AnswerSetting.COOKIE).strip();
        Optional<String> found = term.isEmpty()
                ? Optional.empty()
                : SafePattern.of(term, PatternStyle.ANY_CASE).stream()
                        .flatMap(pattern -> response.headers().all("Set-Cookie").stream()
                                .sorted()
                                .filter(pattern::find))
                        .findFirst();
        return found.or(() -> text(body.document().get("cookie").text())).orElse(null);
    }

    /** When to come again, as the recipient writes it. */
    public @Nullable String retryAfter() {
        return mapped(AnswerSetting.RETRY_AFTER)
                .map(Value::text)
                .or(() -> response.headers().get("Retry-After"))
                .orElse(null);
    }

    /** Whether the recipient pays. */
    public boolean billable() {
        return mapped(AnswerSetting.BILLABLE)
                .map(value -> value != Bool.FALSE
                        && !value.text().equalsIgnoreCase("false")
                        && !(value instanceof Num num && num.value().signum() == 0))
                .orElse(true);
    }

    private static Obj data(Obj document) {
        if (ABOUT.stream().allMatch(name -> document.get(name).isMissing())) {
            return document;
        }
        Map<String, Value> members = document.members();
        members.keySet().removeAll(ABOUT);
        return Obj.of(members);
    }

    /** The body and what was captured of it, for following steps. */
    public Obj appended() {
        Obj all = data(body.document());
        if (settings.get(AnswerSetting.CAPTURE) instanceof Obj captures) {
            for (Map.Entry<String, Value> capture : captures.members().entrySet()) {
                Optional<String> found = SafePattern.of(capture.getValue().text(), PatternStyle.ANY_CASE)
                        .flatMap(pattern -> pattern.capture(body.text()));
                all = found.isPresent() ? all.with(capture.getKey(), Value.text(found.get())) : all;
            }
        }
        for (Map.Entry<String, Value> named : names.entrySet()) {
            all = named.getKey().startsWith(APPENDED)
                    ? all.with(named.getKey().substring(APPENDED.length()), named.getValue())
                    : all;
        }
        return all;
    }
}
