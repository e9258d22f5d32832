package dev.sluice.inbound;

import dev.sluice.PingResult;
import dev.sluice.Refusal;
import dev.sluice.Submission;
import java.util.Optional;

/**
 * 201 for every lead that was handled and 200 for every ping, whatever became of them. Who is not known is told so: 401
 * without a right credential, 404 for an unknown source. 400 for a wrong submission key, 409 while its lead is on its way,
 * 422 for a key that was used for another content, 413 for a value that is too long, 503 when the store or the
 * authenticator failed.
 */
public final class StandardStatusMapper implements StatusMapper {
    @Override
    public int of(Submission answer) {
        return switch (answer.status()) {
            case ANSWERED, QUEUED, REPEATED ->
                answer.refusal().map(StandardStatusMapper::of).orElse(201);
            case IN_PROGRESS -> 409;
            case CONFLICT -> 422;
            case UNSETTLED -> 503;
        };
    }

    @Override
    public int of(PingResult answer) {
        Optional<Refusal> refusal = answer.refusal();
        if (answer.isUnsettled()) {
            return 503;
        }
        return refusal.map(StandardStatusMapper::of)
                .map(status -> status == 201 ? 200 : status)
                .orElse(200);
    }

    static int of(Refusal refusal) {
        return switch (refusal) {
            case NOT_AUTHENTICATED, CREDENTIAL_EXPIRED, CREDENTIAL_REPLAYED -> 401;
            case SOURCE_UNKNOWN, NO_ROUTE -> 404;
            case AUTHENTICATOR_FAILED -> 503;
            case VALUE_TOO_LONG -> 413;
            case SUBMISSION_KEY_INVALID, SUBMISSION_KEY_EXPIRED -> 400;
            case FLOW_DISABLED, SOURCE_DISABLED, PINGS_DISABLED -> 201;
        };
    }
}
