package dev.sluice.workbench.replay;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.store.Cursor;
import dev.sluice.store.Ownership;
import dev.sluice.store.Page;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.types.Lead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One run of a replay: reads recorded leads one by one and lets the other flow handle each. For one thread. */
final class ReplayRun implements AutoCloseable {
    private static final int PAGE = 500;
    /** More tries than any flow plans for one lead. */
    private static final int MOST_TRIES = 1_000;

    private final Store recorded;
    private final ReplaySettings settings;
    private final ReplayWiring wiring;
    private final ReplayStore store;
    private final Sluice sluice;
    private final Flow flow;
    private final Tally tally = new Tally();

    ReplayRun(Store recorded, FlowDefinition changed, ReplaySettings settings) {
        this.recorded = recorded;
        this.settings = settings;
        this.wiring = new ReplayWiring(changed, settings.key(), settings.buyers, settings.lookUps);
        this.store = new ReplayStore(recorded, wiring.time());
        Sluice.Builder host = wiring.wire(settings.wiring.apply(Sluice.builder()));
        this.sluice = host.account(settings.account)
                .indexKey(settings.key())
                .store(store)
                .build();
        this.flow = sluice.open(wiring.flow());
    }

    /** Goes through all leads. */
    ReplayReport run(Consumer<LeadDifference> each) {
        Cursor cursor = Cursor.START;
        long seen = 0;
        while (true) {
            Page<Event> page = recorded.events().after(cursor, PAGE);
            if (page.events().isEmpty()) {
                return tally.report();
            }
            for (Event event : page.events()) {
                if (isMeant(event)) {
                    if (settings.cancelled.getAsBoolean()) {
                        tally.cancelled();
                        return tally.report();
                    }
                    lead(new RecordedLead(recorded.events().stream(event.stream())), each);
                    settings.progress.accept(++seen);
                }
            }
            cursor = page.next();
        }
    }

    /** What the other flow keeps. */
    Store kept() {
        return store;
    }

    private boolean isMeant(Event event) {
        return event.type().equals(EventType.SOURCE_SUBMITTED)
                && event.stream().account().equals(settings.account)
                && event.context().flow().equals(settings.flow)
                && !event.at().isBefore(settings.from)
                && event.at().isBefore(settings.to);
    }

    private void lead(RecordedLead lead, Consumer<LeadDifference> each) {
        Optional<Lead> input = lead.input();
        Optional<Course> then = lead.course();
        if (input.isEmpty()) {
            tally.erased();
        } else if (then.isEmpty()) {
            tally.unfinished();
        } else {
            LeadDifference difference =
                    LeadDifference.of(lead.id(), then.get(), now(lead, input.get()), wiring.unknown());
            tally.add(difference);
            each.accept(difference);
        }
    }

    private Course now(RecordedLead lead, Lead input) {
        wiring.about(lead);
        Submission answer = flow.submit(input);
        List<Event> events = answer.status() == Submission.Status.QUEUED ? retried(lead.id()) : answer.events();
        return Course.of(events).orElseGet(() -> Course.refused(answer));
    }

    /** Lets the lead's retries come due one after the other, before the next lead. */
    private List<Event> retried(String leadId) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            List<Ownership> open = store.leads().open(settings.account, Instant.MAX, 1);
            if (open.isEmpty()) {
                break;
            }
            wiring.time().to(open.get(0).busyUntil());
            sluice.runDue(1);
        }
        return store.events().stream(new StreamId(settings.account, leadId));
    }

    @Override
    public void close() {
        sluice.close();
    }
}
