package dev.sluice.internal.open;

import static java.util.Objects.requireNonNull;

import dev.sluice.Flow;
import dev.sluice.PingResult;
import dev.sluice.Submission;
import dev.sluice.caps.CapStatus;
import dev.sluice.caps.PingLimitStatus;
import dev.sluice.event.Event;
import dev.sluice.event.Reader;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.internal.Departure;
import dev.sluice.internal.Departure.Origins;
import dev.sluice.internal.Entrance;
import dev.sluice.internal.Explanation;
import dev.sluice.internal.FlowPlan;
import dev.sluice.internal.LeadJourney;
import dev.sluice.internal.LeadRun.Mode;
import dev.sluice.internal.Recall;
import dev.sluice.internal.SourcePlan;
import dev.sluice.internal.caps.CapBoard;
import dev.sluice.internal.caps.PingBoard;
import dev.sluice.internal.ping.PingJourney;
import dev.sluice.internal.record.PreviewStore;
import dev.sluice.internal.revision.Revision;
import dev.sluice.store.Store;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A flow that takes leads. */
final class OpenFlow implements Flow {
    private final FlowDefinition definition;
    private final Revision revision;
    private final LeadJourney journey;
    private final LeadJourney trial;
    private final PingJourney pings;
    private final Recall recall;
    private final CapBoard caps;
    private final PingBoard limits;
    private final @Nullable Executor commits;
    private final Underway underway;

    /** A definition, and what it was made into. */
    record Opened(FlowDefinition definition, Revision revision, FlowPlan plan, CapBoard caps) {}

    /** @param commits has a thread for the commits of {@link #submitAll}; null when they have none of their own */
    OpenFlow(Opened opened, Store store, Origins origins, @Nullable Executor commits, Underway underway) {
        FlowPlan plan = opened.plan();
        this.definition = opened.definition();
        this.revision = opened.revision();
        this.caps = opened.caps();
        this.commits = commits;
        this.underway = underway;
        this.limits = new PingBoard(
                plan.sources().values().stream()
                        .map(SourcePlan::pings)
                        .filter(Objects::nonNull)
                        .toList(),
                store,
                origins.time());
        this.recall = plan.recall();
        Entrance entrance = new Entrance(definition.enabled(), plan.sources(), origins.time());
        Departure departure = new Departure(plan, Mode.SUBMIT, store, origins);
        this.journey = new LeadJourney(plan, entrance, departure);
        this.pings = new PingJourney(entrance, departure);
        this.trial =
                new LeadJourney(plan, entrance, new Departure(plan, Mode.PREVIEW, new PreviewStore(store), origins));
    }

    @Override
    public FlowDefinition definition() {
        return definition;
    }

    @Override
    public String hash() {
        return revision.hash();
    }

    @Override
    public long revision() {
        return revision.number();
    }

    @Override
    public List<CapStatus> caps() {
        return caps.read();
    }

    @Override
    public List<PingLimitStatus> pingLimits() {
        return limits.read();
    }

    @Override
    public Submission submit(Lead lead) {
        underway.begin();
        try {
            return journey.run(requireNonNull(lead, "lead")).answer();
        } finally {
            underway.end();
        }
    }

    @Override
    public void submitAll(Stream<Lead> leads, Consumer<Submission> answers) {
        underway.begin();
        try {
            new Ahead(journey::run, answers, commits, IN_FLIGHT).run(leads.iterator());
        } finally {
            underway.end();
        }
    }

    @Override
    public PingResult ping(Lead ping) {
        underway.begin();
        try {
            return pings.run(requireNonNull(ping, "ping"));
        } finally {
            underway.end();
        }
    }

    @Override
    public Submission preview(Lead lead) {
        return trial.run(requireNonNull(lead, "lead")).answer();
    }

    @Override
    public String explain(List<Event> events) {
        return Explanation.of(events, recall);
    }

    @Override
    public String explain(List<Event> events, Reader reader) {
        return Explanation.of(events, recall.seenBy(reader));
    }

    @Override
    public Obj mapped(String step, Lead lead) {
        return trial.mapped(step, requireNonNull(lead, "lead"));
    }
}
