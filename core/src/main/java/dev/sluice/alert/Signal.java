package dev.sluice.alert;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.types.Num;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a rule looks at in events. */
public enum Signal {
    /** Deliveries that were answered; hits are those that succeeded. */
    DELIVERY_SUCCESS,
    /** The same; hits are those that did not. */
    DELIVERY_FAILURE,
    /** How long answered deliveries took, in milliseconds. */
    RESPONSE_TIME,
    /** Deliveries; hits were refused for who we are: authentication, or status 401 or 403. */
    AUTHENTICATION,
    /** Look-ups; hits are technical faults. */
    LOOK_UP_FAULT,
    /** Leads that were judged; hits were accepted. */
    ACCEPTANCE,
    /** Leads that came in. */
    SUBMISSION,
    /** What a lead left when it was done. */
    MARGIN,
    /** What a delivery earned. */
    REVENUE,
    /** Why leads are rejected, without what differs from lead to lead. */
    REJECTION_REASON,
    /** Batches: queued until sent. */
    BATCH;

    private static final Set<String> DELIVERIES =
            Set.of("recipient.delivered", "recipient.failed", "recipient.error", "recipient.unknown");
    private static final Set<String> LOOK_UPS =
            Set.of("enhancement.success", "enhancement.failure", "enhancement.error");
    private static final Set<String> JUDGED = Set.of("source.accepted", "source.rejected");
    private static final Set<String> REFUSED = Set.of("401", "403");

    /** Whether the event is one of those that it looks at. */
    boolean concerns(Event event) {
        String type = event.type().text();
        return switch (this) {
            case DELIVERY_SUCCESS, DELIVERY_FAILURE, RESPONSE_TIME, AUTHENTICATION ->
                DELIVERIES.contains(type)
                        && event.outcome().filter(Outcome.SKIP::equals).isEmpty();
            case LOOK_UP_FAULT -> LOOK_UPS.contains(type);
            case ACCEPTANCE -> JUDGED.contains(type);
            case SUBMISSION -> type.equals("source.submitted");
            case MARGIN -> type.equals("flow.completed");
            case REVENUE -> type.equals("recipient.delivered");
            case REJECTION_REASON -> type.equals("source.rejected");
            case BATCH -> type.equals("batch.queued") || isFirstSent(event);
        };
    }

    boolean isHit(Event event) {
        String type = event.type().text();
        return switch (this) {
            case DELIVERY_SUCCESS -> type.equals("recipient.delivered");
            case DELIVERY_FAILURE -> !type.equals("recipient.delivered");
            case AUTHENTICATION -> isRefused(event);
            case LOOK_UP_FAULT -> type.equals("enhancement.error");
            case ACCEPTANCE -> type.equals("source.accepted");
            case BATCH -> type.equals("batch.sent");
            case RESPONSE_TIME, SUBMISSION, MARGIN, REVENUE, REJECTION_REASON -> true;
        };
    }

    /** A file that is sent again says nothing of what waits. */
    private static boolean isFirstSent(Event event) {
        return event.type().text().equals("batch.sent")
                && event.facts().get("repeats").isMissing();
    }

    private static boolean isRefused(Event event) {
        String reason = event.reason().orElse("").toLowerCase(Locale.ROOT);
        return REFUSED.contains(event.facts().get("response_code").text())
                || !event.type().text().equals("recipient.delivered")
                        && (reason.contains("authentication") || reason.contains("unauthorized"));
    }

    /** The number in one event. */
    Optional<BigDecimal> amount(Event event) {
        return switch (this) {
            case MARGIN ->
                event.facts().get("margin") instanceof Num margin ? Optional.of(margin.value()) : Optional.empty();
            case REVENUE -> event.revenue();
            default -> Optional.empty();
        };
    }

    OptionalLong millis(Event event) {
        return this == RESPONSE_TIME ? OptionalLong.of(event.durationMs()) : OptionalLong.empty();
    }
}
