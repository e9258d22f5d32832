package dev.sluice.internal;

import dev.sluice.DeliveryReport;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.EventType;
import dev.sluice.flow.OutcomeFrom;
import dev.sluice.internal.pricing.Deal;
import dev.sluice.internal.pricing.MarginGuard;
import dev.sluice.internal.record.End;
import dev.sluice.store.Changes;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The end of an accepted lead: its outcome, its books, its place under the caps, and the last event. */
public final class Completion {
    private static final Shape FACTS = Shape.of("margin", "total_ms", "deliveries");

    private static final String QUEUED = "A delivery is tried again later";
    private static final Result SUCCESS = new Result(Outcome.SUCCESS, null);

    private final OutcomeFrom outcomeFrom;

    public Completion(OutcomeFrom outcomeFrom) {
        this.outcomeFrom = outcomeFrom;
    }

    /** How a lead ended, and why when it did not succeed. */
    record Result(Outcome outcome, @Nullable String reason) {}

    /** How the lead ends as far as that is known while deliveries are tried again. */
    Result expected(LeadRun run, End end) {
        if (end.stopped() != null) {
            return new Result(end.stopped(), end.reason());
        }
        boolean isKnown =
                switch (outcomeFrom) {
                    case END_OF_FLOW -> true;
                    case ANY_DELIVERY -> run.sales().deliveries().stream().anyMatch(Completion::took);
                    case ALL_DELIVERIES -> run.sales().deliveries().stream().anyMatch(Completion::refused);
                };
        return isKnown ? atTheEnd(run) : new Result(Outcome.UNKNOWN, QUEUED);
    }

    Result complete(LeadRun run, End end) {
        Result result = end.stopped() == null ? atTheEnd(run) : new Result(end.stopped(), end.reason());
        MarginGuard guard = run.sales().deal().margin();
        boolean success = result.outcome() == Outcome.SUCCESS;
        if (!success) {
            run.sales().deal(Deal.NOTHING);
        }
        if (!run.isTest()) {
            run.settle(run.places().holders(), success ? new Kept(run) : new GivenBack(run));
        }
        At at = run.at();
        run.add(run.event(EventType.FLOW_COMPLETED, at)
                .outcome(result.outcome())
                .reason(result.reason())
                .cost(run.sales().cost())
                .revenue(run.sales().revenue())
                .factsLater(facts(
                        run,
                        at,
                        guard,
                        success && !run.isTest()
                                ? run.places().counted(run.sales().cost())
                                : Obj.EMPTY))
                .next(Steps.END));
        run.writeLast();
        return result;
    }

    private Result atTheEnd(LeadRun run) {
        return switch (outcomeFrom) {
            case END_OF_FLOW -> SUCCESS;
            case ANY_DELIVERY ->
                run.sales().deliveries().stream().anyMatch(Completion::took)
                        ? SUCCESS
                        : new Result(Outcome.FAILURE, "No delivery succeeded");
            case ALL_DELIVERIES ->
                run.sales().deliveries().stream().anyMatch(Completion::took)
                                && run.sales().deliveries().stream().noneMatch(Completion::refused)
                        ? SUCCESS
                        : new Result(Outcome.FAILURE, "Not every delivery succeeded");
        };
    }

    private static boolean took(DeliveryReport report) {
        return report.countsForLead() && report.outcome() == Outcome.SUCCESS;
    }

    private static boolean refused(DeliveryReport report) {
        return report.countsForLead() && report.outcome() != Outcome.SUCCESS;
    }

    /** What the lead has taken under caps counts. */
    private record Kept(LeadRun run) implements Consumer<Changes> {
        @Override
        public void accept(Changes changes) {
            run.places().commit(changes, run.sales().cost());
        }
    }

    /** What the lead has taken under caps does not count. */
    private record GivenBack(LeadRun run) implements Consumer<Changes> {
        @Override
        public void accept(Changes changes) {
            run.places().release(changes);
        }
    }

    private static Supplier<Obj> facts(LeadRun run, At at, MarginGuard guard, Obj counted) {
        Sales sales = run.sales();
        long total = at.instant().toEpochMilli() - run.clock().start().toEpochMilli();
        return new Facts(
                sales.revenue(),
                sales.cost(),
                sales.spent(),
                total,
                sales.deliveries().size(),
                run.isTest() ? MarginGuard.NONE : guard,
                counted);
    }

    /** What the last event says; made when it is read. */
    private record Facts(
            BigDecimal revenue,
            BigDecimal cost,
            BigDecimal spent,
            long total,
            int deliveries,
            MarginGuard guard,
            Obj counted)
            implements Supplier<Obj> {
        @Override
        public Obj get() {
            BigDecimal margin = revenue.subtract(cost).subtract(spent);
            return Obj.of(FACTS, Num.of(margin), Num.of(total), Num.of(deliveries))
                    .merge(guard.facts(margin))
                    .merge(counted);
        }
    }
}
