package dev.sluice.micrometer;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.types.Num;
import java.util.Locale;

/** Why a delivery came to nothing, in a word of a closed list: what recipients say themselves may be anything. */
enum ReasonClass {
    /** It succeeded. */
    NONE,
    /** A cap is reached. */
    CAP,
    /** It was not asked for another reason: closed, or too little a sale. */
    NOT_ASKED,
    /** Who we are was not accepted: 401 or 403. */
    AUTHENTICATION,
    /** It asks to come later: 408, 425 or 429. */
    BUSY,
    /** It answered with a fault of its own: 500 or more. */
    SERVER,
    /** It did not answer in time. */
    TIMEOUT,
    /** It could not be reached, or what it answered could not be read. */
    CONNECTION,
    /** It does not want the lead. */
    REFUSED,
    /** Nobody knows whether it arrived. */
    LOST,
    OTHER;

    static ReasonClass of(Event event) {
        Outcome outcome = event.outcome().orElse(Outcome.ERROR);
        return switch (outcome) {
            case SUCCESS -> NONE;
            case SKIP -> event.facts().get("caps_reached").text().equals("true") ? CAP : NOT_ASKED;
            case UNKNOWN -> LOST;
            case FAILURE -> byStatus(event, REFUSED);
            case ERROR -> byStatus(event, byCode(event));
        };
    }

    private static ReasonClass byStatus(Event event, ReasonClass otherwise) {
        if (!(event.facts().get("response_code") instanceof Num status)) {
            return otherwise;
        }
        int code = status.value().intValue();
        return switch (code) {
            case 401, 403 -> AUTHENTICATION;
            case 408, 425, 429 -> BUSY;
            default -> code >= 500 ? SERVER : otherwise;
        };
    }

    private static ReasonClass byCode(Event event) {
        return switch (event.detail().get("code").text()) {
            case "connection_timeout" -> TIMEOUT;
            case "connection_failed", "invalid_response" -> CONNECTION;
            default -> OTHER;
        };
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
