package dev.sluice.inbound;

import dev.sluice.PingResult;
import dev.sluice.Refusal;
import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import java.util.List;

/**
 * A status of its own for each kind of answer: 201 for a lead that was taken, 200 for one that was taken before under its
 * submission key and for a ping with a bid, 202 while a lead is on its way or a delivery is tried again, 409 for duplicates and for submission keys of
 * other content, 422 for other refusals and for a ping without a bid, 429 at a cap or a limit of pings, 402 for a source that is
 * disabled, 500 for errors, 503 when the flow is disabled or the store failed; otherwise as the standard.
 */
public final class StrictStatusMapper implements StatusMapper {
    @Override
    public int of(Submission answer) {
        return switch (answer.status()) {
            case ANSWERED -> answer.refusal().map(StrictStatusMapper::of).orElseGet(() -> handled(answer, 201));
            case QUEUED -> handled(answer, 202);
            case REPEATED -> handled(answer, 200);
            case IN_PROGRESS -> 202;
            case CONFLICT -> 409;
            case UNSETTLED -> 503;
        };
    }

    @Override
    public int of(PingResult answer) {
        if (answer.isUnsettled()) {
            return 503;
        }
        if (answer.isLimited()) {
            return 429;
        }
        return answer.refusal().map(StrictStatusMapper::of).orElseGet(() -> of(answer.outcome(), 200));
    }

    private static int handled(Submission answer, int success) {
        Obj facts = facts(answer.events());
        if (!facts.get("duplicate_of").isMissing()) {
            return 409;
        }
        return facts.get("cap_reached") == Bool.TRUE ? 429 : of(answer.outcome(), success);
    }

    private static Obj facts(List<Event> events) {
        Event last = events.isEmpty() ? null : events.get(events.size() - 1);
        return last != null && last.type().equals(EventType.SOURCE_REJECTED) ? last.facts() : Obj.EMPTY;
    }

    private static int of(Outcome outcome, int success) {
        return switch (outcome) {
            case SUCCESS -> success;
            case FAILURE, SKIP -> 422;
            case ERROR -> 500;
            case UNKNOWN -> 202;
        };
    }

    private static int of(Refusal refusal) {
        return switch (refusal) {
            case SOURCE_DISABLED -> 402;
            case FLOW_DISABLED -> 503;
            case PINGS_DISABLED -> 422;
            default -> StandardStatusMapper.of(refusal);
        };
    }
}
