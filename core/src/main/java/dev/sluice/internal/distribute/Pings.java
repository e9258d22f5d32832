package dev.sluice.internal.distribute;

import dev.sluice.delivery.Bid;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.Effect;
import dev.sluice.internal.Calls.Call;
import dev.sluice.internal.Contender;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.RecipientPlan;
import dev.sluice.internal.mapping.FieldPlan;
import dev.sluice.internal.mapping.MappingFaults;
import dev.sluice.internal.pricing.Money;
import dev.sluice.internal.wiring.PluginFault;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks contenders what they would pay, side by side where the host has an executor. A ping carries the fields that the
 * flow allows and nothing else that tells who the lead is; an answer that comes late is no bid.
 *
 * @param timeout of one
 * @param total of all
 */
public record Pings(List<FieldPlan> fields, Duration timeout, Duration total) {

    List<PingedBid> ask(LeadRun run, List<Contender> contenders, At at) {
        Scope data = data(run.scope());
        List<Supplier<Call<PingedBid>>> calls = new ArrayList<>(contenders.size());
        contenders.forEach(contender -> calls.add(() -> call(run, contender, data, at)));
        return run.plan().calls().all(run, calls, Deadline.in(total, run.clock()::nanos));
    }

    /** What is left of a lead for everybody to see. */
    private Scope data(Scope scope) {
        Obj lead = scope.section(Section.LEAD);
        Obj open = Obj.blank(lead.shape());
        for (FieldPlan field : fields) {
            open = open.withAt(field.place(), lead.at(field.place()));
        }
        return Scope.EMPTY
                .with(Section.LEAD, open)
                .with(Section.FLOW, scope.section(Section.FLOW))
                .with(Section.ACCOUNT, scope.section(Section.ACCOUNT))
                .with(Section.SOURCE, scope.section(Section.SOURCE));
    }

    private Call<PingedBid> call(LeadRun run, Contender contender, Scope data, At at) {
        DeliveryRequest request = request(run, contender, data, at);
        Deadline deadline = request.delivery().deadline();
        Value digest = digest(run, contender.recipient(), request);
        return Call.of(() -> bid(run, contender, request, at).to(digest), deadline, begun -> PingedBid.none(
                        contender, "No bid in time", timeout.toMillis())
                .to(digest));
    }

    private static Value digest(LeadRun run, RecipientPlan recipient, DeliveryRequest request) {
        return run.plan()
                .digests()
                .of(recipient.plugin().effect(), recipient.step().plugin(), request.config(), request.lead());
    }

    private DeliveryRequest request(LeadRun run, Contender contender, Scope data, At at) {
        RecipientPlan recipient = contender.recipient();
        Delivery delivery = Delivery.of(run.leadId(), recipient.id(), run.leadId() + ":" + recipient.id() + ":ping")
                .account(run.plan().account())
                .test(run.isTest())
                .at(at)
                .deadline(Deadline.in(timeout, run.clock()::nanos))
                .build();
        Scope scope = data.with(Section.RECIPIENT, recipient.variable());
        Obj mapped = recipient.mapping().map(scope, at, new MappingFaults());
        return new DeliveryRequest(mapped, scope, recipient.step().config(), delivery, BigDecimal.ZERO);
    }

    private static PingedBid bid(LeadRun run, Contender contender, DeliveryRequest request, At at) {
        RecipientPlan recipient = contender.recipient();
        if (run.isPreview() && recipient.plugin().effect() != Effect.NONE) {
            return PingedBid.none(contender, "Not asked in a preview", 0);
        }
        long started = run.clock().nanos();
        Bid bid = withoutPersonal(
                run,
                PluginFault.guard(
                                recipient.step().plugin(),
                                () -> recipient.plugin().ping(request),
                                Bid::none)
                        .value());
        long millis = run.clock().millisSince(started);
        return new PingedBid(
                contender, bid, obstacle(run, at, bid, request.delivery().deadline()), millis, Value.missing());
    }

    private static Bid withoutPersonal(LeadRun run, Bid bid) {
        String reason = bid.reason();
        return reason == null
                ? bid
                : new Bid(bid.price(), bid.exclusive(), run.withoutPersonal(reason), bid.conditions());
    }

    private static @Nullable String obstacle(LeadRun run, At at, Bid bid, Deadline deadline) {
        if (deadline.passed()) {
            return "No bid in time";
        }
        BigDecimal price = bid.offer().orElse(null);
        if (price == null) {
            return "No bid" + (bid.reason() == null ? "" : ": " + bid.reason());
        }
        return Money.of(Value.number(price)).isEmpty() ? "No bid: not a price" : BidTerms.unmet(run, at, bid);
    }
}
