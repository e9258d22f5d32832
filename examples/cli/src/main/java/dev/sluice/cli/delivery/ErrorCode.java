package dev.sluice.cli.delivery;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What goes wrong with deliveries, and what to do about it. */
enum ErrorCode {
    CONNECTION_TIMEOUT("raise the time-out, see whether the endpoint is up, ask whether your address is allowed in"),
    CONNECTION_FAILED(
            "compare the address with the recipient's documents, see whether the endpoint is up and its certificate"
                    + " good"),
    AUTHENTICATION_FAILED(
            "see whether keys and tokens are current, for this environment, and sent as the recipient wants them"),
    INVALID_RESPONSE(
            "compare format, content type, character set and size of the answer with the settings that read it"),
    MAPPING_ERROR("compare names, types, formats and required fields with the recipient's documents"),
    REFUSED("the recipient answered and did not take the test lead; ask whether it takes test leads, or send another"
            + " with --lead");

    private static final Set<Integer> UNAUTHORIZED = Set.of(401, 403, 407);
    private static final Set<Integer> LATE = Set.of(408, 504);
    private static final Set<Integer> NOT_UNDERSTOOD = Set.of(400, 415, 422);

    private final String advice;

    ErrorCode(String advice) {
        this.advice = advice;
    }

    /** The word in answers: {@code connection_timeout}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    String advice() {
        return advice;
    }

    /** What went wrong with a delivery; empty when the lead was taken. */
    static Optional<ErrorCode> of(DeliveryResult result) {
        if (result.outcome() == Outcome.SUCCESS) {
            return Optional.empty();
        }
        String named = result.detail().get("code").text();
        for (ErrorCode code : values()) {
            if (code.text().equals(named)) {
                return Optional.of(code);
            }
        }
        return Optional.of(ofStatus(result.detail().get("response_code"), result.outcome()));
    }

    private static ErrorCode ofStatus(Value given, Outcome outcome) {
        int status = given instanceof Num num ? num.value().intValue() : 0;
        if (UNAUTHORIZED.contains(status)) {
            return AUTHENTICATION_FAILED;
        }
        if (LATE.contains(status)) {
            return CONNECTION_TIMEOUT;
        }
        if (NOT_UNDERSTOOD.contains(status)) {
            return MAPPING_ERROR;
        }
        return outcome == Outcome.FAILURE ? REFUSED : INVALID_RESPONSE;
    }
}
