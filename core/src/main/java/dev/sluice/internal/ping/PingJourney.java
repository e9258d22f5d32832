package dev.sluice.internal.ping;

import dev.sluice.PingResult;
import dev.sluice.Refusal;
import dev.sluice.Submission;
import dev.sluice.internal.Departure;
import dev.sluice.internal.Entrance;
import dev.sluice.internal.Hearing;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.LogContext;
import dev.sluice.internal.SourcePlan;
import dev.sluice.internal.caps.PingPlan;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.types.Lead;

/**
 * The way of a ping from its arrival to the bid: limits of pings, then the gates of a lead, of which none takes anything.
 * What is kept is one event without the ping's data, and the bid.
 */
public final class PingJourney {
    private final Entrance entrance;
    private final Departure departure;

    public PingJourney(Entrance entrance, Departure departure) {
        this.entrance = entrance;
        this.departure = departure;
    }

    public PingResult run(Lead ping) {
        Entrance.Admission admission = entrance.admit(ping);
        if (admission.isRefused()) {
            Submission refused = admission.refusal();
            Refusal why = refused.refusal().orElse(Refusal.SOURCE_UNKNOWN);
            return PingResult.refused(why, refused.reason().orElse(why.reason()));
        }
        PingPlan pings = admission.source().pings();
        return pings == null ? PingResult.refused(Refusal.PINGS_DISABLED) : run(admission.source(), pings, ping);
    }

    private PingResult run(SourcePlan source, PingPlan pings, Lead ping) {
        LeadRun run = departure.ping(source, ping);
        LogContext.begin(run);
        try {
            return answer(run, pings);
        } catch (StoreUnavailableException unavailable) {
            return PingResult.unsettled();
        } finally {
            LogContext.end();
        }
    }

    private static PingResult answer(LeadRun run, PingPlan pings) {
        PingWrites writes = new PingWrites(run, pings);
        PingWrites.Count count = writes.count();
        if (count.isOver()) {
            return writes.limited(count);
        }
        run.source().intake().read(run, run.at());
        Hearing hearing = new Hearing(run, run.at());
        return writes.bid(hearing, run.source().gates().hear(hearing), count);
    }
}
