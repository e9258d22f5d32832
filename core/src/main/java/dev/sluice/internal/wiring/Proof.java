package dev.sluice.internal.wiring;

import dev.sluice.Authentication;
import dev.sluice.Refusal;
import dev.sluice.SourceAuthenticator;
import dev.sluice.SourceAuthenticator.Attempt;
import dev.sluice.Time;
import dev.sluice.delivery.Deadline;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.types.Lead;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one source proves itself: by its keys, or before the host's authenticator when it has none. */
public final class Proof {
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final String account;
    private final String flow;
    private final SourceDefinition source;
    private final Credentials keys;
    private final @Nullable SourceAuthenticator authenticator;
    private final TimedCall timed;

    public Proof(Wiring wiring, String flow, SourceDefinition source) {
        this.account = wiring.account();
        this.flow = flow;
        this.source = source;
        this.keys = new Credentials(source.keyHashes());
        this.authenticator = wiring.authenticator();
        this.timed = new TimedCall(wiring.executor());
    }

    /** Why the lead's sender is not let in; null when it is. */
    @Nullable public Refusal refusal(Lead lead, Time time) {
        if (!source.authenticationRequired()) {
            return null;
        }
        if (!keys.isEmpty()) {
            return refusal(keys.check(lead.credential(), time.instant()));
        }
        SourceAuthenticator judge = authenticator;
        return judge == null ? Refusal.NOT_AUTHENTICATED : asked(judge, lead, time);
    }

    private @Nullable Refusal asked(SourceAuthenticator judge, Lead lead, Time time) {
        Deadline deadline = Deadline.in(TIMEOUT, time::nanos);
        Attempt attempt = new Attempt(
                account,
                flow,
                source.id(),
                Optional.ofNullable(source.account()),
                lead.credential(),
                lead.details(),
                deadline);
        return PluginFault.<Optional<Refusal>>guard(
                        "authenticator",
                        () -> {
                            Authentication said = timed.call(() -> judge.authenticate(attempt), deadline);
                            return said == null ? null : Optional.ofNullable(refusal(said));
                        },
                        fault -> Optional.of(Refusal.AUTHENTICATOR_FAILED))
                .value()
                .orElse(null);
    }

    private static @Nullable Refusal refusal(Authentication said) {
        return switch (said) {
            case ACCEPTED -> null;
            case REFUSED -> Refusal.NOT_AUTHENTICATED;
            case EXPIRED -> Refusal.CREDENTIAL_EXPIRED;
            case REPLAYED -> Refusal.CREDENTIAL_REPLAYED;
        };
    }
}
