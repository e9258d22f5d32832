package dev.sluice.feedback;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.feedback.FeedbackAnswer.Problem;
import dev.sluice.store.Changes;
import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Reads;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds the events of one item to its lead, counts it, and notes its number, all at once. Decides nothing, so that the item
 * is looked at anew, when the lead has got another event meanwhile or the number was used.
 */
final class FeedbackWrite implements Write<Optional<FeedbackAnswer>> {
    private final StreamId lead;
    private final Handling handling;
    private final Optional<DocKey> number;
    private final List<Quota> quotas;

    FeedbackWrite(Handling handling, Optional<DocKey> number, List<Quota> quotas) {
        this.lead = handling.delivered().stream();
        this.handling = handling;
        this.number = number;
        this.quotas = quotas;
    }

    @Override
    public Reads reads() {
        return new Reads(
                quotas.stream().map(Quota::counter).toList(),
                List.of(),
                number.stream().toList(),
                List.of(),
                List.of(lead));
    }

    @Override
    public Optional<FeedbackAnswer> decide(View view, Changes changes) {
        boolean moved = view.head(lead).seq() != handling.last().seq();
        if (moved || number.flatMap(view::doc).isPresent()) {
            return Optional.empty();
        }
        Optional<Problem> problem =
                handling.problem().or(() -> full(view) ? Optional.of(Problem.LIMIT) : Optional.empty());
        List<Event> events = events(problem.orElse(null));
        changes.append(lead, events);
        if (problem.isEmpty()) {
            quotas.forEach(quota -> changes.add(quota.counter(), 1));
        }
        number.ifPresent(key -> changes.put(new Doc(key, 1, events.get(0).id())));
        return Optional.of(answer(problem, events.get(0)));
    }

    private boolean full(View view) {
        return quotas.stream().anyMatch(quota -> quota.isFull(view));
    }

    private FeedbackAnswer answer(Optional<Problem> problem, Event received) {
        BigDecimal credited = problem.isEmpty() ? handling.credited() : BigDecimal.ZERO;
        return new FeedbackAnswer(
                received.outcome().orElseThrow(),
                problem,
                received.reason(),
                Optional.of(lead.id()),
                Optional.of(received.id()),
                credited,
                false);
    }

    /** Received; then sent, when the source was asked; then processed, when it is taken. */
    private List<Event> events(@Nullable Problem problem) {
        List<Event> events = new ArrayList<>();
        Scope before = handling.last().snapshot();
        Scope now = handling.scope();
        Obj received = problem == null
                ? handling.credited().signum() == 0
                        ? handling.facts()
                        : handling.facts().with("revenue_credited", Num.of(handling.credited()))
                : handling.facts().with("problem", new Text(problem.name()));
        events.add(event(EventType.FEEDBACK_RECEIVED, 1, problem == null ? Outcome.SUCCESS : Outcome.FAILURE)
                .reason(problem == null ? null : handling.told(problem))
                .facts(received)
                .snapshot(now, before)
                .build());
        handling.sent()
                .ifPresent(answer -> events.add(event(EventType.FEEDBACK_SENT, events.size() + 1, answer.outcome())
                        .reason(answer.reason().orElse(null))
                        .facts(handling.facts())
                        .snapshot(now, now)
                        .build()));
        if (problem == null) {
            events.add(event(EventType.FEEDBACK_PROCESSED, events.size() + 1, Outcome.SUCCESS)
                    .facts(handling.facts().merge(handling.effects()))
                    .snapshot(now, now)
                    .build());
        }
        return events;
    }

    private Event.Builder event(EventType type, int place, Outcome outcome) {
        Event delivered = handling.delivered();
        return Event.of(lead, handling.last().seq() + place, type, handling.now())
                .context(handling.last().context())
                .step(delivered.step().orElse(null))
                .entity(delivered.entity().orElse(null))
                .generation(delivered.generation())
                .outcome(outcome);
    }
}
