package dev.sluice.http;

import dev.sluice.delivery.Outcome;
import dev.sluice.http.internal.answer.AnswerChecks;
import dev.sluice.http.internal.answer.AnswerSetting;
import dev.sluice.http.internal.answer.ContentType;
import dev.sluice.http.internal.answer.Outcomes;
import dev.sluice.http.internal.answer.Parsed;
import dev.sluice.http.internal.answer.PatternStyle;
import dev.sluice.http.internal.answer.Reading;
import dev.sluice.http.internal.answer.StatusRules;
import dev.sluice.http.internal.script.Script;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what an answer means, as settings tell. Pure, immutable, safe on any thread.
 *
 * <p>{@code "rules": "statusAware"}, the default: a status from 200 to 299 is read further, 429 and the like are errors that
 * may pass, other refusals are failures, redirects and 5xx are errors. {@code "rules": "packageCompatible"} does as the
 * observed package: 5xx is an error, and of all else only the body counts.
 */
public final class ResponseReader {
    private static final List<String> MAPPED = List.of(
            AnswerSetting.OUTCOME,
            AnswerSetting.REASON,
            AnswerSetting.PRICE,
            AnswerSetting.REFERENCE,
            AnswerSetting.BILLABLE,
            AnswerSetting.RETRY_AFTER);

    private final Obj settings;
    private final boolean compatible;
    private final Script script;
    private final Outcomes outcomes;

    private ResponseReader(Obj settings, Script script) {
        this.settings = settings;
        this.compatible =
                settings.get(AnswerSetting.RULES).text().replace("_", "").equalsIgnoreCase("packageCompatible");
        this.script = script;
        this.outcomes = Outcomes.with(settings.get(AnswerSetting.OUTCOMES));
    }

    /** The reader of answers for which nothing is set: the status decides. */
    public static ResponseReader standard() {
        return of(Obj.EMPTY);
    }

    /**
     * The reader that {@code settings} describe: an object, or a script as text.
     *
     * @throws InvalidRequestException when they describe none
     */
    public static ResponseReader of(Value settings) {
        if (settings instanceof Text script) {
            return new ResponseReader(Obj.EMPTY, Script.of(script.value()));
        }
        if (!(settings instanceof Obj) && !settings.isAbsent()) {
            throw new InvalidRequestException("", "answers are read by a script or an object of settings");
        }
        Obj canonical = settings instanceof Obj obj ? AnswerSetting.canonical(obj) : Obj.EMPTY;
        AnswerChecks.shapes(canonical);
        return new ResponseReader(canonical, script(canonical));
    }

    private static Script script(Obj settings) {
        Script script = Script.of("");
        for (String name : MAPPED) {
            if (!settings.get(name).isBlank()) {
                script = script.and(Script.assigning(name, settings.get(name).text()));
            }
        }
        if (settings.get(AnswerSetting.APPEND) instanceof Obj appended) {
            for (Map.Entry<String, Value> member : appended.members().entrySet()) {
                script = script.and(Script.assigning(
                        "appended." + member.getKey(), member.getValue().text()));
            }
        }
        return script.and(Script.of(settings.get(AnswerSetting.SCRIPT).text()));
    }

    /**
     * Checks settings for which {@link #of} is forgiving, whatever other settings stand beside them.
     *
     * @throws InvalidRequestException for the first that is wrong
     */
    public static void check(Obj settings) {
        AnswerChecks.values(AnswerSetting.canonical(settings));
    }

    /** As {@link #of}, not forgiving: names that are none are wrong, too. */
    static ResponseReader strictly(Value settings) {
        if (settings instanceof Obj obj) {
            Obj canonical = AnswerSetting.canonical(obj);
            AnswerChecks.names(canonical);
            AnswerChecks.values(canonical);
        }
        return of(settings);
    }

    /** What {@code response} means. */
    public Answer read(Response response) {
        int status = response.status();
        if (compatible && StatusRules.isBroken(status)) {
            return Answer.of(Outcome.ERROR, "Server error");
        }
        Reading reading = new Reading(settings, response, parsed(response), script);
        return compatible ? byBody(reading) : byStatus(reading, status);
    }

    private Parsed parsed(Response response) {
        String said = settings.get(AnswerSetting.CONTENT_TYPE).text();
        String type = said.isBlank() ? response.headers().get("Content-Type").orElse("") : said;
        return Parsed.of(
                ContentType.of(type).type(),
                response.text(),
                compatible ? PatternStyle.LOWERED : PatternStyle.ANY_CASE);
    }

    private Answer byBody(Reading reading) {
        return answer(
                reading,
                reading.searched(),
                reading.reason().or(reading::reasonOfBody).orElse(null));
    }

    private Answer byStatus(Reading reading, int status) {
        Optional<Outcome> mapped = reading.mapped(AnswerSetting.OUTCOME)
                .map(word -> outcomes.of(word).orElse(Outcome.ERROR))
                .filter(outcome -> StatusRules.isSuccess(status) || script.hasConditions());
        Outcome outcome =
                mapped.orElseGet(() -> StatusRules.isSuccess(status) ? byTerms(reading) : StatusRules.outcome(status));
        Optional<String> given =
                reading.mapped(AnswerSetting.REASON).map(Value::text).filter(text -> !text.isBlank());
        if (outcome == Outcome.SUCCESS) {
            return answer(reading, outcome, given.orElse(null));
        }
        return answer(
                reading,
                outcome,
                given.or(reading::reason).or(() -> reason(reading, status)).orElse(null));
    }

    /** The outcome by the body of a status that says success; a mapping that found nothing is no success. */
    private Outcome byTerms(Reading reading) {
        return reading.maps(AnswerSetting.OUTCOME) ? Outcome.ERROR : reading.searched();
    }

    private static Optional<String> reason(Reading reading, int status) {
        return StatusRules.reason(status).or(() -> Optional.of(reading.isReadable() ? "Refused" : "Invalid response"));
    }

    private Answer answer(Reading reading, Outcome outcome, @Nullable String reason) {
        return new Answer(
                outcome,
                reason,
                reading.price(),
                reading.reference(),
                reading.cookie(),
                reading.retryAfter(),
                reading.billable(),
                reading.appended());
    }
}
