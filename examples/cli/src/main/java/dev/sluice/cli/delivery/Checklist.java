package dev.sluice.cli.delivery;

import dev.sluice.cli.delivery.Point.Question;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.flow.Retry;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The eight questions about one recipient, answered from its settings, what is mapped for a test lead, and what became of a
 * test delivery.
 *
 * @param settings those of the plugin, a preset in full
 * @param problems what its plugin finds wrong with its settings
 * @param mapped what the mappings made of the test lead
 * @param result what became of the test delivery; empty when none was sent
 */
record Checklist(
        Recipient recipient, Obj settings, List<ConfigProblem> problems, Obj mapped, Optional<DeliveryResult> result) {
    private static final Set<String> CREDENTIALS = Set.of(
            "oauth",
            "signing",
            "basicUsername",
            "basic_username",
            "bearerToken",
            "bearer_token",
            "wssUsername",
            "wss_username");
    private static final String WEBHOOK = "webhook";

    List<Point> points() {
        return List.of(endpoint(), authentication(), mapping(), response(), errors(), retry(), alerts(), test());
    }

    private boolean isWebhook() {
        return recipient.step().plugin().equals(WEBHOOK);
    }

    private Optional<ErrorCode> error() {
        return result.flatMap(ErrorCode::of);
    }

    private Point endpoint() {
        if (!problems.isEmpty()) {
            ConfigProblem first = problems.get(0);
            return Question.ENDPOINT.no(
                    "settings are wrong at " + (first.pointer().isEmpty() ? "/" : first.pointer()) + ": "
                            + first.text(),
                    first.code(),
                    "put the settings right; nothing was sent");
        }
        if (result.isEmpty()) {
            return Question.ENDPOINT.open("the address may be used; nothing was sent", "leave out --no-send");
        }
        return error().filter(code -> code == ErrorCode.CONNECTION_FAILED || code == ErrorCode.CONNECTION_TIMEOUT)
                .map(code -> Question.ENDPOINT.no(reason(), code))
                .orElseGet(() -> Question.ENDPOINT.yes("it answered"));
    }

    private Point authentication() {
        if (error().filter(code -> code == ErrorCode.AUTHENTICATION_FAILED).isPresent()) {
            return Question.AUTHENTICATION.no(reason(), ErrorCode.AUTHENTICATION_FAILED);
        }
        boolean answered = problems.isEmpty()
                && result.filter(all -> all.outcome() != Outcome.UNKNOWN).isPresent()
                && endpoint().status() == Point.Status.YES;
        if (!answered) {
            return Question.AUTHENTICATION.open("nobody answered who could say so", "see to the endpoint first");
        }
        return isWebhook() && !hasCredentials()
                ? Question.AUTHENTICATION.doubtful(
                        "the recipient answered; no credentials are set", "ask whether the recipient wants none")
                : Question.AUTHENTICATION.yes("the recipient let the test in");
    }

    private boolean hasCredentials() {
        return settings.members().keySet().stream().anyMatch(CREDENTIALS::contains)
                || settings.text().contains("{secret.")
                || settings.get("headers")
                        .text()
                        .matches("(?s).*\\{[a-zA-Z_].*|(?si).*authorization.*|(?si).*api-key.*")
                || settings.get("query").text().matches("(?s).*\\{[a-zA-Z_].*");
    }

    private Point mapping() {
        if (error().filter(code -> code == ErrorCode.MAPPING_ERROR).isPresent()) {
            return Question.MAPPING.no(reason(), ErrorCode.MAPPING_ERROR);
        }
        List<String> empty = recipient.step().mappings().stream()
                .filter(MappingDefinition::required)
                .map(MappingDefinition::property)
                .filter(property -> at(property).isBlank())
                .toList();
        if (!empty.isEmpty()) {
            return Question.MAPPING.no("nothing came of " + String.join(", ", empty), ErrorCode.MAPPING_ERROR);
        }
        if (recipient.step().mappings().isEmpty() && settings.get("fields").isAbsent() && isWebhook()) {
            return Question.MAPPING.doubtful("no mapping is set", "map the fields that the recipient asks for");
        }
        boolean anyRequired = recipient.step().mappings().stream().anyMatch(MappingDefinition::required);
        return anyRequired || !isWebhook()
                ? Question.MAPPING.yes(
                        "mapped fields: " + recipient.step().mappings().size())
                : Question.MAPPING.doubtful(
                        "mapped fields: " + recipient.step().mappings().size() + ", none is required",
                        "mark what the recipient must have: \"required\": true");
    }

    private Value at(String property) {
        Value value = mapped;
        for (String name : property.split("\\.", -1)) {
            value = value.part(name);
        }
        return value;
    }

    private Point response() {
        if (error().filter(code -> code == ErrorCode.INVALID_RESPONSE).isPresent()) {
            return Question.RESPONSE.no(reason(), ErrorCode.INVALID_RESPONSE);
        }
        return isWebhook() && settings.get("response").isAbsent()
                ? Question.RESPONSE.doubtful(
                        "every answer from 200 to 299 counts as a success",
                        "set \"response\" if the recipient says no in its body")
                : Question.RESPONSE.yes("answers are read");
    }

    private Point errors() {
        if (recipient.hasNext()) {
            return Question.ERRORS.yes("another recipient is asked when this one does not take a lead");
        }
        return Question.ERRORS.doubtful(
                "a lead that fails here goes to nobody else",
                "put a recipient behind it: another buyer, an email, a table");
    }

    private Point retry() {
        Retry planned = recipient.step().retry();
        if (planned != null && planned.maxAttempts() > 1) {
            String when = planned.mode() == Retry.Mode.QUEUED ? "later" : "at once";
            return Question.RETRY.yes("up to " + planned.maxAttempts() + " tries, " + when);
        }
        return isWebhook()
                ? ownRetry()
                : Question.RETRY.doubtful("one try", "set \"retry\" of the step for faults that pass");
    }

    /** The tries that the settings of a webhook ask for. */
    private Point ownRetry() {
        Obj retry = settings.get("retry") instanceof Obj obj ? obj : Obj.EMPTY;
        long tries = number(retry.get("maxAttempts"), 0);
        long more = Math.max(tries - 1, number(settings.get("retryCount"), number(settings.get("retry_count"), 0)));
        if (more <= 0) {
            return Question.RETRY.doubtful("one try", "set \"retry\" of the step for faults that pass");
        }
        long waits = waits(more, number(retry.get("initialDelayMs"), 1_000), number(retry.get("maxDelayMs"), 30_000));
        return waits < recipient.step().timeout().toMillis()
                ? Question.RETRY.yes(more + " more tries, waits of " + waits + " ms in all")
                : Question.RETRY.doubtful(
                        "the waits alone take " + waits + " ms, the step ends after "
                                + recipient.step().timeout().toMillis(),
                        "wait shorter, or give the step more time");
    }

    private static long waits(long tries, long initial, long longest) {
        long all = 0;
        long next = initial;
        for (long i = 0; i < tries && i < 10; i++) {
            all += Math.min(next, longest);
            next *= 2;
        }
        return all;
    }

    private static long number(Value value, long otherwise) {
        return value instanceof Num num ? num.value().longValue() : otherwise;
    }

    private static Point alerts() {
        return Question.ALERTS.open(
                "alerts are the host's", "watch failures, response times and authentication errors");
    }

    private Point test() {
        if (!problems.isEmpty() || result.isEmpty()) {
            return Question.TEST.open(
                    "nothing was sent", problems.isEmpty() ? "leave out --no-send" : "put the settings right");
        }
        return error().map(code -> Question.TEST.no(reason(), code))
                .orElseGet(() -> Question.TEST.yes("taken"
                        + result.get()
                                .reference()
                                .map(reference -> ", called " + reference + " there")
                                .orElse("")));
    }

    private String reason() {
        return result.map(DeliveryResult::toString).orElse("");
    }
}
