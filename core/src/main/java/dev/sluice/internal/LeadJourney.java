package dev.sluice.internal;

import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.internal.mapping.MappingFaults;
import dev.sluice.internal.mapping.OutboundMapping;
import dev.sluice.internal.record.End;
import dev.sluice.internal.record.Verdict;
import dev.sluice.store.NotOwnerException;
import dev.sluice.store.StoreUnavailableException;
import dev.sluice.store.Written;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a lead from its arrival to the answer. Each line is a stage; each stage is a class of its own.
 *
 * <p>One instance serves any number of threads; what changes is in the {@link LeadRun}.
 */
public final class LeadJourney {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.journey");

    private final FlowPlan plan;
    private final Entrance entrance;
    private final Departure departure;

    public LeadJourney(FlowPlan plan, Entrance entrance, Departure departure) {
        this.plan = plan;
        this.entrance = entrance;
        this.departure = departure;
    }

    /** Runs one lead. What it wrote is decided, but may not be durable: {@link Arrival#answer} waits for that. */
    public Arrival run(Lead lead) {
        Entrance.Admission admission = entrance.admit(lead);
        if (admission.isRefused()) {
            return Arrival.of(admission.refusal());
        }
        LeadRun run = departure.begin(admission.source(), lead);
        LogContext.begin(run);
        try {
            return travel(run);
        } catch (StoreUnavailableException unavailable) {
            return Arrival.of(Submission.unsettled(run.leadId(), unavailable));
        } catch (NotOwnerException taken) {
            return Arrival.of(Submission.inProgress(run.leadId()));
        } finally {
            LogContext.end();
        }
    }

    /** Goes on with a lead that was on its way; what was recorded of it is neither decided nor done again. */
    public Arrival resume(LeadRun run) {
        LogContext.begin(run);
        try {
            run.giveBack();
            return travel(run);
        } finally {
            LogContext.end();
        }
    }

    /**
     * Ends a lead that can never go on: refused before it was accepted, else completed, as an error. What was called and not
     * answered is unknown.
     */
    public Arrival abandon(LeadRun run, String reason) {
        LogContext.begin(run);
        try {
            run.giveBack();
            if (!run.isAccepted()) {
                Verdict verdict = Verdict.refuse(Outcome.ERROR, reason, Obj.EMPTY);
                return Arrival.rejected(run, new GateWrite(new Hearing(run, run.at()), verdict).perform());
            }
            plan.further().leaveOpen(run);
            return Arrival.completed(run, plan.completion().complete(run, End.stopped(Outcome.ERROR, reason)));
        } finally {
            LogContext.end();
        }
    }

    private Arrival travel(LeadRun run) {
        if (run.isNew()) {
            Submitted.record(run);
            if (run.lead().key().isPresent()) {
                Written<Optional<SubmissionKeys.Earlier>> claim = plan.keys().claim(run);
                if (claim.decided().isPresent()) {
                    return Arrival.repeated(run, claim.decided().get());
                }
            }
        }
        if (!run.isAccepted()) {
            run.source().intake().read(run, hasWaited(run) ? run.at() : run.last());
            Verdict verdict = run.source().gates().judge(run);
            if (!verdict.accepted()) {
                LOG.debug("lead rejected: {}", verdict.reason());
                return Arrival.rejected(run, verdict);
            }
            run.stepIsBehind();
        }
        End end = plan.steps().walk(run);
        if (!run.isNew()) {
            plan.further().tryDue(run);
        }
        Optional<Instant> due = plan.further().due(run);
        if (due.isPresent()) {
            run.park(due.get());
            LOG.debug(
                    "lead queued: {} deliveries are tried again",
                    run.sales().queued().size());
            return Arrival.queued(run, plan.completion().expected(run, end));
        }
        Completion.Result result = plan.completion().complete(run, end);
        LOG.debug(
                "lead completed: {}, {} deliveries",
                result.outcome(),
                run.sales().deliveries().size());
        return Arrival.completed(run, result);
    }

    /** Whether something was asked before the lead's data are read. */
    private static boolean hasWaited(LeadRun run) {
        return !run.isNew() || run.lead().key().isPresent();
    }

    /** What the mappings of one step make of a lead, without the way there. */
    public Obj mapped(String step, Lead lead) {
        OutboundMapping mapping = plan.mapping(step);
        Entrance.Admission admission = entrance.admit(lead);
        if (admission.isRefused()) {
            throw new IllegalArgumentException(admission.refusal().toString());
        }
        LeadRun run = departure.begin(admission.source(), lead);
        run.source().intake().read(run, run.last());
        return mapping.map(run.scope(), run.at(), new MappingFaults());
    }
}
