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
import dev.sluice.store.Changes;
import dev.sluice.store.Counter;
import dev.sluice.store.Holder;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Offers one lead to one recipient: a place under its caps, the intent, the call, and what became of it. The place and the
 * intent are one write, durable before anything leaves; the place is kept, given back or left open as the outcome says.
 */
final class Offer {
    private final LeadRun run;
    private final RecipientPlan recipient;
    private final String nextId;
    private final At at;
    private final Holder holder;

    /** @param nextId where the journey goes on after this offer */
    Offer(LeadRun run, RecipientPlan recipient, String nextId) {
        this.run = run;
        this.recipient = recipient;
        this.nextId = nextId;
        this.at = run.at();
        this.holder = new Holder(run.plan().account(), key());
    }

    /** Lead, step and generation: the same over every retry. */
    private String key() {
        return run.leadId() + ":" + recipient.id() + ":1";
    }

    /** What became of it; also told to the lead's run. */
    DeliveryReport make() {
        Scope outside = run.scope();
        run.scope(outside.with(Section.RECIPIENT, recipient.variable()));
        List<CapSet.Due> caps = recipient.caps().due(run.scope(), at);
        DeliveryReport report = reserve(caps) ? deliver(!caps.isEmpty()) : last();
        run.scope(run.scope().with(Section.RECIPIENT, outside.section(Section.RECIPIENT)));
        return report;
    }

    private DeliveryReport last() {
        return run.deliveries().get(run.deliveries().size() - 1);
    }

    private boolean isExternal() {
        return recipient.plugin().effect() == Effect.EXTERNAL && !run.isPreview();
    }

    /** Takes a place under all caps, or tells that one is full. */
    private boolean reserve(List<CapSet.Due> caps) {
        if (caps.isEmpty() && !isExternal()) {
            return true;
        }
        Reserved reserved = run.write(
                        Reads.counters(CapSet.counters(caps)), (view, changes) -> reserve(caps, view, changes))
                .decided();
        run.journal().accept(reserved.draft());
        if (reserved.reason() != null) {
            run.scope(reserved.scope());
            run.delivered(DeliveryReport.skipped(recipient.step(), reserved.reason()));
            return false;
        }
        if (isExternal()) {
            LogContext.event(reserved.draft().events().get(0));
            run.awaitDurable();
        }
        return true;
    }

    /**
     * A decision about the caps.
     *
     * @param reason why there is no place; null when there is
     */
    private record Reserved(@Nullable String reason, Scope scope, Journal.Draft draft) {}

    private Reserved reserve(List<CapSet.Due> caps, View view, Changes changes) {
        CapSet.Due full = CapSet.full(caps, view);
        Journal.Draft draft = run.journal().draft();
        Reserved reserved = full == null ? granted(caps, changes, draft) : refused(full, view, draft);
        if (!draft.events().isEmpty()) {
            changes.append(run.journal().stream(), draft.events());
        }
        return reserved;
    }

    private Reserved granted(List<CapSet.Due> caps, Changes changes, Journal.Draft draft) {
        if (!run.isTest()) {
            caps.forEach(due -> changes.reserve(holder, due.counter(), 1));
        }
        if (isExternal()) {
            draft.add(event(draft.next(EventType.RECIPIENT_DELIVERY_ATTEMPT, at.instant())), run.scope());
        }
        return new Reserved(null, run.scope(), draft);
    }

    private Reserved refused(CapSet.Due full, View view, Journal.Draft draft) {
        Counter count = view.counter(full.counter());
        String reason = full.cap().reason(full, count, run.scope(), at);
        Scope ended = run.withStep(recipient.id(), Outcome.SKIP, reason);
        Obj facts = Obj.EMPTY
                .with("caps_reached", Bool.TRUE)
                .with("buyer", new Text(recipient.step().recipientName()))
                .with("cap", CapSet.facts(full, count));
        Event.Builder event = event(draft.next(EventType.RECIPIENT_FAILED, at.instant()))
                .outcome(Outcome.SKIP)
                .reason(reason)
                .facts(facts)
                .next(nextId);
        draft.add(event, ended);
        return new Reserved(reason, ended, draft);
    }

    private Event.Builder event(Event.Builder builder) {
        String entity = recipient.entityId();
        return builder.step(recipient.id())
                .entity(entity == null ? run.source().entityId() : entity)
                .generation(1)
                .attempt(1);
    }

    private DeliveryReport deliver(boolean holds) {
        BigDecimal price = salePrice(Value.missing());
        Delivery delivery = delivery();
        Obj mapped = recipient.mapping().map(withPrice(price), at);
        long started = run.clock().nanos();
        PluginFault.Answer<DeliveryResult> answer = call(
                new DeliveryRequest(mapped, withPrice(price), recipient.step().config(), delivery, price), delivery);
        long millis = run.clock().millisSince(started);
        DeliveryResult result = answer.value();
        settle(result.outcome(), holds);
        return tell(result, answer.detail(), earned(result), millis);
    }

    private Scope withPrice(BigDecimal price) {
        return run.scope().with(Section.VARS, run.scope().section(Section.VARS).with("price", Num.of(price)));
    }

    private BigDecimal salePrice(Value named) {
        return recipient.price().price(run.scope(), at, named).orElse(BigDecimal.ZERO);
    }

    private Delivery delivery() {
        return Delivery.of(run.leadId(), recipient.id(), key())
                .account(run.plan().account())
                .test(run.isTest())
                .at(at)
                .deadline(Deadline.in(recipient.step().timeout(), run.clock()::nanos))
                .build();
    }

    private PluginFault.Answer<DeliveryResult> call(DeliveryRequest request, Delivery delivery) {
        if (run.isPreview() && recipient.plugin().effect() != Effect.NONE) {
            return new PluginFault.Answer<>(DeliveryResult.success(), Obj.EMPTY);
        }
        return PluginFault.guard(
                recipient.step().plugin(),
                () -> recipient.plugin().deliver(request),
                fault -> isExternal() ? DeliveryResult.unknown(fault) : DeliveryResult.error(fault));
    }

    private void settle(Outcome outcome, boolean holds) {
        if (!holds) {
            return;
        }
        if (outcome == Outcome.SUCCESS) {
            run.settle(changes -> changes.commit(holder));
        } else if (outcome != Outcome.UNKNOWN) {
            run.settle(changes -> changes.release(holder));
        }
    }

    /** What the delivery earns: the sale price, or what the recipient names where the flow lets it; nothing unless it succeeds. */
    private BigDecimal earned(DeliveryResult result) {
        boolean earns = result.outcome() == Outcome.SUCCESS
                && result.billable()
                && recipient.step().billable()
                && !run.isTest();
        return earns ? salePrice(result.price().map(Value::number).orElse(Value.missing())) : BigDecimal.ZERO;
    }

    private DeliveryReport tell(DeliveryResult result, Obj fault, BigDecimal price, long millis) {
        String reason =
                result.outcome() == Outcome.SUCCESS ? null : result.reason().orElse(null);
        run.append(recipient.step().key(), result.appended());
        run.append(recipient.step().key(), StepOutcome.of(result.outcome(), reason));
        run.stepEnded(recipient.id(), result.outcome(), reason);
        Event.Builder event = event(run.event(type(result.outcome()), run.at()))
                .outcome(result.outcome())
                .reason(reason)
                .revenue(price)
                .durationMs(millis)
                .facts(facts(result))
                .detail(result.detail().merge(fault))
                .next(nextId);
        run.add(event);
        DeliveryReport report = DeliveryReport.of(recipient.step(), result, reason, price);
        run.delivered(report);
        return report;
    }

    private Obj facts(DeliveryResult result) {
        Obj facts = Obj.EMPTY
                .with("integration", new Text(recipient.step().plugin()))
                .with("buyer", new Text(recipient.step().recipientName()))
                .with("response_code", result.detail().get("response_code"))
                .with("billable", recipient.step().billable() ? Value.missing() : Bool.FALSE);
        return result.reference()
                .map(reference -> facts.with("reference", Value.text(reference)))
                .orElse(facts);
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
