package dev.sluice.internal;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.internal.mapping.MappingFaults;
import dev.sluice.internal.wiring.PluginFault;
import dev.sluice.types.At;
import dev.sluice.types.Missing;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.math.BigDecimal;

/**
 * What a recipient is asked, and the asking. The data and their moment are those of the first try, so that the same key
 * never goes out with another content.
 */
final class DeliveryCall {
    private final Handover handover;
    private final SaleTerms terms;
    private final Scope scope;
    private final At at;
    private final MappingFaults faults = new MappingFaults();
    private Value digest = Missing.MISSING;

    DeliveryCall(Handover handover, SaleTerms terms, Scope scope, At at) {
        this.handover = handover;
        this.terms = terms;
        this.scope = scope;
        this.at = at;
    }

    /** What was asked before, under the same key, with the event {@code first}. */
    static DeliveryCall again(Handover handover, Event first) {
        return new DeliveryCall(
                handover,
                handover.recipient().terms(),
                handover.run().dataOf(first),
                new At(first.at(), handover.at().zone()));
    }

    /** The call of the try {@code attempt}; safe on any thread. */
    Calls.Call<Delivered> make(int attempt) {
        LeadRun run = handover.run();
        RecipientPlan recipient = handover.recipient();
        DeliveryRequest request = request(attempt);
        Deadline deadline = request.delivery().deadline();
        if (run.data().isErased()) {
            return notSent(DeliveryResult.failure("The lead was erased"), deadline);
        }
        digest = run.plan()
                .digests()
                .of(recipient.plugin().effect(), recipient.step().plugin(), request.config(), request.lead());
        String refusal = faults.refusal();
        return refusal == null ? new Asking(request) : notSent(DeliveryResult.error(refusal), deadline);
    }

    /** The call of the plugin. */
    private final class Asking implements Calls.Call<Delivered> {
        private final DeliveryRequest request;

        Asking(DeliveryRequest request) {
            this.request = request;
        }

        @Override
        public Delivered make() {
            return delivered(request);
        }

        @Override
        public Deadline deadline() {
            return request.delivery().deadline();
        }

        @Override
        public Delivered late(boolean begun) {
            return tooLate(request, begun);
        }
    }

    private static Calls.Call<Delivered> notSent(DeliveryResult result, Deadline deadline) {
        Delivered nothing = Delivered.without(result);
        return Calls.Call.of(() -> nothing, deadline, begun -> nothing);
    }

    /** What a sale brings. */
    BigDecimal price(Value named) {
        return terms.price(scope, at, named);
    }

    /** What the delivery earns: the sale price, or what the recipient names where the flow lets it; nothing unless it succeeds. */
    BigDecimal earned(DeliveryResult result) {
        boolean earns = result.outcome() == Outcome.SUCCESS
                && result.billable()
                && terms.billable()
                && !handover.run().isTest();
        return earns ? price(result.price().map(Value::number).orElse(Value.missing())) : BigDecimal.ZERO;
    }

    /** A hash of what was asked; missing when nothing was. */
    Value digest() {
        return digest;
    }

    /** The mappings that failed, as an event's detail tells of them. */
    Obj faults() {
        return faults.detail();
    }

    private DeliveryRequest request(int attempt) {
        LeadRun run = handover.run();
        RecipientPlan recipient = handover.recipient();
        BigDecimal price = price(Value.missing());
        Obj variables = scope.section(Section.VARS).with("price", Num.of(price));
        Scope priced = scope.with(Section.VARS, variables, Section.RECIPIENT, recipient.variable());
        Delivery delivery = Delivery.of(run.leadId(), recipient.id(), handover.key())
                .account(run.plan().account())
                .test(run.isTest())
                .at(attempt == 1 ? handover.at() : run.at())
                .attempt(attempt)
                .deadline(Deadline.in(recipient.step().timeout(), run.clock()))
                .build();
        return new DeliveryRequest(
                recipient.mapping().map(priced, at, faults),
                priced,
                recipient.step().config(),
                delivery,
                price);
    }

    private Delivered delivered(DeliveryRequest request) {
        long started = handover.run().clock().nanos();
        return new Delivered(answer(request), handover.run().clock().millisSince(started));
    }

    private PluginFault.Answer<DeliveryResult> answer(DeliveryRequest request) {
        LeadRun run = handover.run();
        RecipientPlan recipient = handover.recipient();
        if (run.isPreview() && recipient.plugin().effect() != Effect.NONE) {
            return new PluginFault.Answer<>(DeliveryResult.success(), Obj.EMPTY);
        }
        PluginFault.Answer<DeliveryResult> answer = PluginFault.guard(
                recipient.step().plugin(), () -> recipient.plugin().deliver(request), fault -> broken(request, fault));
        return new PluginFault.Answer<>(answer.value().told(run::withoutPersonal), answer.detail(), answer.kind());
    }

    private Delivered tooLate(DeliveryRequest request, boolean begun) {
        RecipientPlan recipient = handover.recipient();
        String reason = "Plugin " + recipient.step().plugin() + " gave no answer in time";
        DeliveryResult result = begun ? broken(request, reason) : DeliveryResult.error(reason);
        return new Delivered(
                new PluginFault.Answer<>(result.detail("code", "connection_timeout"), Obj.EMPTY),
                recipient.step().timeout().toMillis());
    }

    /** What stands for the answer of a delivery that broke: it may have reached the recipient. */
    private DeliveryResult broken(DeliveryRequest request, String reason) {
        boolean mayHaveArrived = handover.recipient().plugin().effect() == Effect.EXTERNAL
                && (!handover.recipient().plugin().announcesSending()
                        || request.delivery().mayHaveArrived());
        return mayHaveArrived ? DeliveryResult.unknown(reason) : DeliveryResult.error(reason);
    }
}
