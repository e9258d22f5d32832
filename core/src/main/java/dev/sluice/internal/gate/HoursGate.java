package dev.sluice.internal.gate;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.Schedule;
import dev.sluice.internal.Gate;
import dev.sluice.internal.Hearing;
import dev.sluice.internal.record.Verdict;
import dev.sluice.types.Moment;
import dev.sluice.types.Obj;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Refuses leads that were submitted while the flow, or the source, is closed; the event says when it opens. */
public record HoursGate(Schedule schedule) implements Gate {
    private static final String REASON = "Submission Timestamp must be within hours of operation";

    @Override
    public @Nullable Verdict refusal(Hearing hearing) {
        Instant submitted = hearing.run().clock().start();
        if (schedule.isOpen(submitted)) {
            return null;
        }
        return Verdict.refuse(Outcome.FAILURE, REASON, nextOpening(schedule, submitted));
    }

    /** What an event says of a moment at which it was closed. */
    public static Obj nextOpening(Schedule schedule, Instant closed) {
        return schedule.nextOpening(closed)
                .map(opening -> Obj.EMPTY.with("next_opening", Moment.of(opening)))
                .orElse(Obj.EMPTY);
    }
}
