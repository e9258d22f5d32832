package dev.sluice.internal;

import dev.sluice.DeliveryReport;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.Missing;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Offers one lead to one recipient: a place under its caps, the call, what became of it. */
final class Offer {
    private static final Shape FACTS = Shape.of("integration", "buyer", "reference", "response_code", "billable");

    private final LeadRun run;
    private final RecipientPlan recipient;
    private final String nextId;
    private final At at;
    private final MappingFaults faults = new MappingFaults();

    /** @param nextId where the journey goes on after this offer */
    Offer(LeadRun run, RecipientPlan recipient, String nextId) {
        this.run = run;
        this.recipient = recipient;
        this.nextId = nextId;
        this.at = run.at();
    }

    /** What became of it; the lead's run is told, too. */
    DeliveryReport make() {
        Scope outside = run.scope();
        run.scope(outside.with(Section.RECIPIENT, recipient.variable()));
        Optional<String> unprofitable = unprofitable();
        DeliveryReport report = unprofitable.isPresent() ? passOver(unprofitable.get()) : offer();
        run.delivered(report);
        run.scope(run.scope().with(Section.RECIPIENT, outside.section(Section.RECIPIENT)));
        return report;
    }

    /** Why the planned price is too low; empty when it is not, or when only the recipient will name it. */
    private Optional<String> unprofitable() {
        if (!recipient.step().billable() || recipient.price().definition().override()) {
            return Optional.empty();
        }
        BigDecimal planned = salePrice(Value.missing());
        return floor().refusal(planned).or(() -> run.deal().margin().refusal(marginWith(planned)));
    }

    private MarginGuard floor() {
        return MarginGuard.floor(recipient.step().pricing().floor());
    }

    /** What the lead leaves with a sale at this price. */
    private BigDecimal marginWith(BigDecimal price) {
        BigDecimal revenue = run.revenue().add(price);
        return revenue.subtract(run.deal().cost(revenue)).subtract(run.spent());
    }

    private DeliveryReport passOver(String reason) {
        run.stepEnded(recipient.id(), Outcome.SKIP, reason);
        run.add(recipient
                .event(run, run.event(EventType.RECIPIENT_FAILED, at))
                .outcome(Outcome.SKIP)
                .reason(reason)
                .facts(Obj.EMPTY.with("buyer", new Text(recipient.step().recipientName())))
                .next(nextId));
        return DeliveryReport.skipped(recipient.step(), reason);
    }

    private DeliveryReport offer() {
        Reservation place = new Reservation(run, this, recipient.price().most(run.scope(), at));
        Reservation.Answer answer = place.take();
        return answer.refusal()
                .map(full -> DeliveryReport.skipped(recipient.step(), full))
                .orElseGet(() -> deliver(place, answer.facts()));
    }

    /** Lead, step and generation: the same over every retry. */
    String key() {
        return run.leadId() + ":" + recipient.id() + ":1";
    }

    RecipientPlan recipient() {
        return recipient;
    }

    At at() {
        return at;
    }

    String nextId() {
        return nextId;
    }

    private DeliveryReport deliver(Reservation place, Obj caps) {
        DeliveryRequest request = request();
        long started = run.clock().nanos();
        PluginFault.Answer<DeliveryResult> answer = call(request);
        long millis = run.clock().millisSince(started);
        BigDecimal earned = earned(answer.value());
        place.settle(answer.value().outcome(), earned);
        return tell(answer, earned, caps, millis);
    }

    private DeliveryRequest request() {
        BigDecimal price = salePrice(Value.missing());
        Obj variables = run.scope().section(Section.VARS).with("price", Num.of(price));
        Scope priced = run.scope().with(Section.VARS, variables);
        Delivery delivery = Delivery.of(run.leadId(), recipient.id(), key())
                .account(run.plan().account())
                .test(run.isTest())
                .at(at)
                .deadline(Deadline.in(recipient.step().timeout(), run.clock()::nanos))
                .build();
        return new DeliveryRequest(
                recipient.mapping().map(priced, at, faults),
                priced,
                recipient.step().config(),
                delivery,
                price);
    }

    private BigDecimal salePrice(Value named) {
        return recipient
                .price()
                .price(run.scope(), at, named)
                .map(Priced::amount)
                .orElse(BigDecimal.ZERO);
    }

    private PluginFault.Answer<DeliveryResult> call(DeliveryRequest request) {
        if (run.isPreview() && recipient.plugin().effect() != Effect.NONE) {
            return new PluginFault.Answer<>(DeliveryResult.success(), Obj.EMPTY);
        }
        return PluginFault.guard(
                recipient.step().plugin(),
                () -> recipient.plugin().deliver(request),
                fault -> mayHaveArrived(request) ? DeliveryResult.unknown(fault) : DeliveryResult.error(fault));
    }

    /** Whether a delivery that broke may have reached the recipient. */
    private boolean mayHaveArrived(DeliveryRequest request) {
        return recipient.plugin().effect() == Effect.EXTERNAL
                && (!recipient.plugin().announcesSending() || request.delivery().mayHaveArrived());
    }

    /** What the delivery earns: the sale price, or what the recipient names where the flow lets it; nothing unless it succeeds. */
    private BigDecimal earned(DeliveryResult result) {
        boolean earns = result.outcome() == Outcome.SUCCESS
                && result.billable()
                && recipient.step().billable()
                && !run.isTest();
        return earns ? salePrice(result.price().map(Value::number).orElse(Value.missing())) : BigDecimal.ZERO;
    }

    private DeliveryReport tell(PluginFault.Answer<DeliveryResult> answer, BigDecimal price, Obj caps, long millis) {
        DeliveryResult result = answer.value();
        String reason =
                result.outcome() == Outcome.SUCCESS ? null : result.reason().orElse(null);
        note(result, reason);
        Event.Builder event = recipient
                .event(run, run.event(type(result.outcome()), run.at()))
                .outcome(result.outcome())
                .reason(reason)
                .revenue(price)
                .durationMs(millis)
                .facts(facts(result).merge(caps).merge(books(result, price)))
                .detail(result.detail().merge(answer.detail()).merge(faults.detail()))
                .next(nextId);
        run.add(event);
        return DeliveryReport.of(recipient.step(), result, reason, price);
    }

    /** What a sale leaves, and whether that is too little. */
    private Obj books(DeliveryResult result, BigDecimal price) {
        if (result.outcome() != Outcome.SUCCESS || !recipient.step().billable() || run.isTest()) {
            return Obj.EMPTY;
        }
        BigDecimal margin = run.deal().margin(price, run.hasSoldNothing());
        return Obj.EMPTY
                .with("margin", Num.of(margin))
                .merge(floor().facts(price))
                .merge(run.deal().margin().facts(marginWith(price)));
    }

    /** Puts the answer where later steps read it. */
    private void note(DeliveryResult result, @Nullable String reason) {
        run.append(recipient.step().key(), result.appended());
        run.append(recipient.step().key(), StepOutcome.of(result.outcome(), reason));
        run.stepEnded(recipient.id(), result.outcome(), reason);
    }

    private Obj facts(DeliveryResult result) {
        return Obj.of(
                FACTS,
                new Text(recipient.step().plugin()),
                new Text(recipient.step().recipientName()),
                result.reference().<Value>map(Text::new).orElse(Missing.MISSING),
                result.detail().get("response_code"),
                recipient.step().billable() ? Missing.MISSING : Bool.FALSE);
    }

    private static EventType type(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> EventType.RECIPIENT_DELIVERED;
            case FAILURE, SKIP -> EventType.RECIPIENT_FAILED;
            case ERROR -> EventType.RECIPIENT_ERROR;
            case UNKNOWN -> EventType.RECIPIENT_UNKNOWN;
        };
    }
}
