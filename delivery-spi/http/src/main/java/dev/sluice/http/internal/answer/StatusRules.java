package dev.sluice.http.internal.answer;

import dev.sluice.delivery.Outcome;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a status alone says. */
public final class StatusRules {
    private static final Set<Integer> MAY_PASS = Set.of(401, 403, 407, 408, 425, 429);
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int REFUSED = 400;
    private static final int BROKEN = 500;
    private static final int END = 600;

    private StatusRules() {}

    /** Whether the recipient says that it has the lead; what then counts is the body. */
    public static boolean isSuccess(int status) {
        return status >= OK && status < REDIRECT;
    }

    /** Whether the recipient broke, so that its body says nothing. */
    public static boolean isBroken(int status) {
        return status >= BROKEN && status < END;
    }

    /** The outcome of a status that is no success: refusals of the lead are failures, all else may pass. */
    public static Outcome outcome(int status) {
        boolean refused = status >= REFUSED && status < BROKEN && !MAY_PASS.contains(status);
        return refused ? Outcome.FAILURE : Outcome.ERROR;
    }

    /** The reason when nothing else gives one. */
    public static Optional<String> reason(int status) {
        return Optional.ofNullable(
                switch (status) {
                    case 400, 422 -> "Invalid data";
                    case 401, 403, 407 -> "Authentication failed";
                    case 404 -> "Not found";
                    case 408 -> "Request timed out";
                    case 409 -> "Duplicate";
                    case 410 -> "Gone";
                    case 429 -> "Rate limit exceeded";
                    default -> other(status);
                });
    }

    private static @Nullable String other(int status) {
        if (isSuccess(status)) {
            return null;
        }
        if (isBroken(status)) {
            return "Server error";
        }
        return status >= REDIRECT && status < REFUSED ? "Redirects are not followed" : "Status " + status;
    }
}
