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
import dev.sluice.flow.Recovery;
import dev.sluice.internal.mapping.MappingFaults;
import dev.sluice.internal.pricing.MarginGuard;
import dev.sluice.internal.pricing.Priced;
import dev.sluice.internal.record.StepOutcome;
import dev.sluice.internal.wiring.PluginFault;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Offers one lead to one recipient: a place under its caps, the call, what became of it. */
public final class Offer {
    private static final Shape FACTS =
            Shape.of("integration", "buyer", "reference", "response_code", "billable", "request_digest", "recovered");

    /** Why a delivery is unknown that is not to be sent again. */
    public static final String CUT_OFF = "Cut off before the answer was recorded";

    private final LeadRun run;
    private final RecipientPlan recipient;
    private final String nextId;
    private final At at;
    private final @Nullable BigDecimal agreed;
    private final String key;
    private final MappingFaults faults = new MappingFaults();
    private final @Nullable Event recorded;
    private final @Nullable Event intent;
    private final Reservation place;
    private Reservation.Answer taken = Reservation.Answer.FREE;
    private @Nullable Delivered answer;
    private Value digest = Missing.MISSING;

    /** @param nextId where the journey goes on after this offer */
    public Offer(LeadRun run, RecipientPlan recipient, String nextId) {
        this(run, recipient, nextId, null);
    }

    /** @param agreed what the recipient pays if it takes the lead; null for what its prices say */
    public Offer(LeadRun run, RecipientPlan recipient, String nextId, @Nullable BigDecimal agreed) {
        this.agreed = agreed;
        this.run = run;
        this.recipient = recipient;
        this.nextId = nextId;
        this.at = run.at();
        this.key = key(run.leadId(), recipient.id());
        this.recorded = run.past().ended(recipient.id()).orElse(null);
        this.intent = run.past().intent(recipient.id()).orElse(null);
        enter();
        this.place = new Reservation(run, this, most());
    }

    /** What became of it; the lead's run is told, too. */
    public DeliveryReport make() {
        if (reserve()) {
            awaitIntent();
            answer = run.plan().calls().one(run, call());
        }
        return finish();
    }

    /**
     * Takes a place under the caps and notes the intent, unless that was done before; false when there is nothing to call: no
     * room, or an end that is recorded or may not be tried again.
     */
    public boolean reserve() {
        if (recorded != null) {
            if (wasRefused(recorded)) {
                run.scopeOf(recorded);
            }
            return false;
        }
        enter();
        if (intent != null) {
            taken = place.taken(intent);
            return !leavesItOpen();
        }
        taken = unprofitable().map(this::passOver).orElseGet(place::take);
        return taken.refusal().isEmpty();
    }

    /** Whether its end was that it could not be made. */
    private static boolean wasRefused(Event end) {
        return end.outcome().filter(Outcome.SKIP::equals).isPresent();
    }

    /** What was cut off is not sent again where a person is to be asked first. */
    private boolean leavesItOpen() {
        if (recipient.step().recovery() == Recovery.RESEND) {
            return false;
        }
        DeliveryResult open = DeliveryResult.unknown(CUT_OFF);
        answer = new Delivered(new PluginFault.Answer<>(open, Obj.EMPTY), 0);
        return true;
    }

    /** Whether the delivery leaves this process, so that its intent must be durable first. */
    public boolean isExternal() {
        return place.isExternal();
    }

    /** Waits until the intent is durable, where the delivery leaves this process. */
    public void awaitIntent() {
        if (isExternal()) {
            run.awaitDurable();
        }
    }

    /** The call to make, once the intent is durable; safe on any thread. */
    public Calls.Call<Delivered> call() {
        enter();
        DeliveryRequest request = request();
        digest = run.plan()
                .digests()
                .of(recipient.plugin().effect(), recipient.step().plugin(), request.config(), request.lead());
        String refusal = faults.refusal();
        return refusal == null
                ? new Calls.Call<>(
                        () -> delivered(request), request.delivery().deadline(), begun -> tooLate(request, begun))
                : notSent(DeliveryResult.error(refusal), request.delivery().deadline());
    }

    private static Calls.Call<Delivered> notSent(DeliveryResult result, Deadline deadline) {
        Delivered nothing = new Delivered(new PluginFault.Answer<>(result, Obj.EMPTY), 0);
        return new Calls.Call<>(() -> nothing, deadline, begun -> nothing);
    }

    /** What the recipient answered, and how long it took. */
    public record Delivered(PluginFault.Answer<DeliveryResult> answer, long millis) {}

    private Delivered delivered(DeliveryRequest request) {
        long started = run.clock().nanos();
        return new Delivered(call(request), run.clock().millisSince(started));
    }

    private Delivered tooLate(DeliveryRequest request, boolean begun) {
        String reason = "Plugin " + recipient.step().plugin() + " gave no answer in time";
        DeliveryResult result =
                begun && mayHaveArrived(request) ? DeliveryResult.unknown(reason) : DeliveryResult.error(reason);
        long millis = recipient.step().timeout().toMillis();
        return new Delivered(new PluginFault.Answer<>(result, Obj.EMPTY), millis);
    }

    /** Takes in the answer to {@link #call}. */
    public void answered(Delivered delivered) {
        answer = delivered;
    }

    /** Settles the place and tells what became of the offer. */
    public DeliveryReport finish() {
        if (recorded != null) {
            return retraced(recorded);
        }
        enter();
        DeliveryReport report = answer == null ? skipped() : told(answer);
        run.delivered(report);
        run.withoutRecipient();
        return report;
    }

    private DeliveryReport retraced(Event end) {
        DeliveryReport report =
                JourneyState.delivery(end, run.plan().recipients()).orElseThrow();
        if (wasRefused(end)) {
            run.delivered(report);
        } else {
            if (intent != null) {
                run.places().intended(intent);
            }
            run.retrace(end);
        }
        return report;
    }

    /** Why the planned price is too low; empty when it is not, or when only the recipient will name it. */
    private Optional<String> unprofitable() {
        boolean unknown = agreed == null && recipient.price().definition().override();
        if (!recipient.step().billable() || unknown) {
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

    private Reservation.Answer passOver(String reason) {
        run.stepEnded(recipient.id(), Outcome.SKIP, reason);
        run.add(recipient
                .event(run, run.event(EventType.RECIPIENT_FAILED, at))
                .outcome(Outcome.SKIP)
                .reason(reason)
                .facts(Obj.EMPTY.with("buyer", new Text(recipient.step().recipientName())))
                .next(nextId));
        return new Reservation.Answer(Optional.of(reason), Obj.EMPTY);
    }

    private DeliveryReport skipped() {
        return DeliveryReport.skipped(recipient.step(), taken.refusal().orElse("Not asked"));
    }

    private DeliveryReport told(Delivered delivered) {
        DeliveryResult result = delivered.answer().value();
        BigDecimal earned = earned(result);
        Obj counted = place.settle(result.outcome(), earned);
        return tell(delivered, earned, counted);
    }

    /** Puts the recipient into the lead's data, until {@link #finish}. */
    private void enter() {
        if (run.scope().section(Section.RECIPIENT) != recipient.variable()) {
            run.scope(run.scope().with(Section.RECIPIENT, recipient.variable()));
        }
    }

    /** Lead, step and generation: the same over every retry. */
    String key() {
        return key;
    }

    static String key(String leadId, String step) {
        return leadId + ":" + step + ":1";
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

    private BigDecimal most() {
        return agreed == null ? recipient.price().most(run.scope(), at) : agreed;
    }

    private BigDecimal salePrice(Value named) {
        if (agreed != null) {
            return agreed;
        }
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

    private DeliveryReport tell(Delivered delivered, BigDecimal price, Obj counted) {
        DeliveryResult result = delivered.answer().value();
        String reason =
                result.outcome() == Outcome.SUCCESS ? null : result.reason().orElse(null);
        note(result, reason);
        Event.Builder event = recipient
                .event(run, run.event(type(result.outcome()), run.at()))
                .outcome(result.outcome())
                .reason(reason)
                .revenue(price)
                .durationMs(delivered.millis())
                .factsLater(facts(result, books(result, price), counted))
                .detail(result.detail().merge(delivered.answer().detail()).merge(faults.detail()))
                .next(nextId);
        run.add(event);
        return DeliveryReport.of(recipient.step(), result, reason, price);
    }

    /** What a sale leaves, and whether that is too little. */
    private Supplier<Obj> books(DeliveryResult result, BigDecimal price) {
        if (result.outcome() != Outcome.SUCCESS || !recipient.step().billable() || run.isTest()) {
            return () -> Obj.EMPTY;
        }
        BigDecimal margin = run.deal().margin(price, run.hasSoldNothing());
        BigDecimal left = marginWith(price);
        MarginGuard guard = run.deal().margin();
        return () -> Obj.EMPTY
                .with("margin", Num.of(margin))
                .merge(floor().facts(price))
                .merge(guard.facts(left));
    }

    /** Puts the answer where later steps read it. */
    private void note(DeliveryResult result, @Nullable String reason) {
        Obj answered = result.appended().merge(StepOutcome.of(result.outcome(), reason));
        run.stepEnded(recipient.id(), result.outcome(), reason, recipient.step().key(), answered);
    }

    /** Of what no longer changes; made when the event's facts are read. */
    private Supplier<Obj> facts(DeliveryResult result, Supplier<Obj> books, Obj counted) {
        Obj caps = taken.facts();
        Value asked = digest;
        Value again = intent == null ? Missing.MISSING : Bool.TRUE;
        return () -> Obj.of(
                        FACTS,
                        new Text(recipient.step().plugin()),
                        new Text(recipient.step().recipientName()),
                        result.reference().<Value>map(Text::new).orElse(Missing.MISSING),
                        result.detail().get("response_code"),
                        recipient.step().billable() ? Missing.MISSING : Bool.FALSE,
                        asked,
                        again)
                .merge(caps)
                .merge(books.get())
                .merge(counted);
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
