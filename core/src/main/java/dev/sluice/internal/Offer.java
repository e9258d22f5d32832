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
import dev.sluice.internal.pricing.Deal;
import dev.sluice.internal.pricing.MarginGuard;
import dev.sluice.internal.pricing.Priced;
import dev.sluice.internal.record.Chain;
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
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Offers one lead to one recipient: a place under its caps, the call, what became of it. */
public final class Offer {
    private static final Shape FACTS = Shape.of(
            "integration", "buyer", "reference", "response_code", "billable", "request_digest", "recovered", "batch");

    /** Why a delivery is unknown that is not to be sent again. */
    public static final String CUT_OFF = "Cut off before the answer was recorded";

    /** What a delivery was to bring that nobody knows of. */
    private static final String PLANNED = "planned_price";

    private final LeadRun run;
    private final RecipientPlan recipient;
    private final String nextId;
    private final At at;
    private final @Nullable BigDecimal agreed;
    private final String key;
    private final int generation;
    private final MappingFaults faults = new MappingFaults();
    private final @Nullable Event recorded;
    private final @Nullable Event intent;
    private final Reservation place;
    private final Chain chain;
    private final boolean resumed;
    private int attempt = 1;
    /** Whether a try may have arrived, and no later one got a definite answer. */
    private boolean uncertain;
    /** What the recipient is asked with; the same over all tries. */
    private @Nullable Asked asked;

    private Reservation.Answer taken = Reservation.Answer.FREE;
    private @Nullable Delivered answer;
    private Value digest = Missing.MISSING;

    /** @param nextId where the journey goes on after this offer */
    public Offer(LeadRun run, RecipientPlan recipient, String nextId) {
        this(run, recipient, nextId, null, run.at());
    }

    /**
     * @param agreed what the recipient pays if it takes the lead; null for what its prices say
     * @param at the moment of the stage that it belongs to
     */
    public Offer(LeadRun run, RecipientPlan recipient, String nextId, @Nullable BigDecimal agreed, At at) {
        this.agreed = agreed;
        this.run = run;
        this.recipient = recipient;
        this.nextId = nextId;
        this.at = at;
        this.generation = 1;
        this.key = key(run.leadId(), recipient.id());
        this.recorded = run.past().ended(recipient.id()).orElse(null);
        this.intent = run.past().intent(recipient.id()).orElse(null);
        this.chain = Chain.of(run.past().events(), recipient.id());
        this.resumed = intent != null || chain.isGoingOn();
        enter();
        this.place = new Reservation(run, this, most());
    }

    /** Another try of a delivery whose lead has gone on. */
    Offer(LeadRun run, RecipientPlan recipient, Chain chain) {
        this.agreed = null;
        this.run = run;
        this.recipient = recipient;
        this.nextId = Steps.END;
        this.at = run.at();
        this.generation = chain.generation();
        this.key = key(run.leadId(), recipient.id(), generation);
        this.recorded = null;
        this.intent = chain.first();
        this.chain = chain;
        this.resumed = chain.isCutOff();
        this.place = new Reservation(run, this, BigDecimal.ZERO);
    }

    /** A new delivery to a recipient that has not taken the lead, under a key of its own. */
    Offer(LeadRun run, RecipientPlan recipient, int generation) {
        this.agreed = null;
        this.run = run;
        this.recipient = recipient;
        this.nextId = Steps.END;
        this.at = run.at();
        this.generation = generation;
        this.key = key(run.leadId(), recipient.id(), generation);
        this.recorded = null;
        this.intent = null;
        this.chain = Chain.NONE;
        this.resumed = false;
        enter();
        this.place = new Reservation(run, this, most());
    }

    /**
     * The data that a recipient is asked with, and their moment: those of the first try, so that the same key never goes out with
     * another content.
     */
    private record Asked(Scope scope, At at) {}

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
        if (chain.isGoingOn()) {
            return goOn();
        }
        enter();
        if (intent != null) {
            taken = place.taken(intent);
            return !leavesItOpen();
        }
        recipient.further().first();
        taken = unprofitable().map(this::passOver).orElseGet(place::take);
        return taken.refusal().isEmpty();
    }

    /** The tries that are recorded go on: at once, or later when that was planned. */
    private boolean goOn() {
        Event first = recall();
        run.places().intended(first);
        run.retrace(chain.lastError());
        enter();
        if (!recipient.further().isInline()) {
            return false;
        }
        if (!chain.isCutOff()) {
            begin(chain.isScheduled() ? chain.last() : scheduled(chain.lastError(), chain.delay(), null));
        }
        return chain.isCutOff() ? !leavesItOpen() : true;
    }

    /**
     * The next try of a delivery that waits, now that it is due.
     *
     * @return what became of it; queued again when it broke again
     */
    DeliveryReport again() {
        recall();
        enter();
        boolean open = chain.isCutOff() && leavesItOpen();
        if (!chain.isCutOff()) {
            begin(chain.last());
        }
        if (!open) {
            answer = run.plan().calls().one(run, call());
        }
        return finish();
    }

    /** Nobody can go on with it: it is unknown what became of it. */
    DeliveryReport leave() {
        recall();
        enter();
        answer = new Delivered(new PluginFault.Answer<>(DeliveryResult.unknown(CUT_OFF), Obj.EMPTY), 0);
        return finish();
    }

    /**
     * Somebody knows what nobody knew.
     *
     * @param by who says so
     */
    DeliveryReport settle(DeliveryResult result, String by) {
        recall();
        enter();
        BigDecimal earned = settled(result);
        Obj counted = place.settle(result.outcome(), earned);
        String reason = result.reason()
                .filter(why -> result.outcome() != Outcome.SUCCESS)
                .map(run::withoutPersonal)
                .orElse(null);
        note(result, reason);
        run.add(tried(EventType.DELIVERY_SETTLED)
                .outcome(result.outcome())
                .reason(reason)
                .revenue(earned)
                .facts(Obj.EMPTY
                        .with("by", new Text(by))
                        .with("original_event_id", new Text(chain.last().id()))
                        .with(
                                "reference",
                                result.reference().<Value>map(Text::new).orElse(Missing.MISSING))
                        .merge(counted)));
        DeliveryReport report = DeliveryReport.of(recipient.step(), result, reason, earned);
        run.delivered(report);
        run.withoutRecipient();
        return report;
    }

    /** Takes in what the tries before have left behind. */
    private Event recall() {
        Event first = chain.first();
        place.taken(first);
        taken = new Reservation.Answer(
                Optional.empty(), Obj.EMPTY.with("caps", first.facts().get("caps")));
        attempt = chain.attempt();
        uncertain = chain.isUncertain();
        asked = new Asked(run.dataOf(first), new At(first.at(), at.zone()));
        return first;
    }

    /** Waits where that is not done yet, and notes that the next try begins. */
    private void begin(Event planned) {
        if (recipient.further().isInline()) {
            run.clock().await(delay(planned));
        }
        attempt++;
        run.expect(recipient.step().timeout());
        run.add(tried(EventType.RETRY_ATTEMPTED)
                .facts(Obj.EMPTY.with("trigger", new Text("automatic")).with("retry_status", new Text("started"))));
        if (isExternal()) {
            run.write();
            run.awaitDurable();
        }
    }

    private static Duration delay(Event planned) {
        return planned.facts().get(Chain.DELAY) instanceof Num millis
                ? Duration.ofMillis(millis.value().longValue())
                : Duration.ZERO;
    }

    private Event.Builder tried(EventType type) {
        return recipient.event(run, run.event(type, run.at()), generation).attempt(attempt);
    }

    /** Whether its end was that it could not be made. */
    private static boolean wasRefused(Event end) {
        return end.outcome().filter(Outcome.SKIP::equals).isPresent();
    }

    /** What was cut off is not sent again where a person is to be asked first. */
    private boolean leavesItOpen() {
        if (!resumed || recipient.step().recovery() == Recovery.RESEND) {
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
        if (asked == null) {
            asked = intent == null
                    ? new Asked(run.scope(), at)
                    : new Asked(run.scope(), new At(intent.at(), at.zone()));
        }
        DeliveryRequest request = request(asked);
        if (run.isErased()) {
            return notSent(
                    DeliveryResult.failure("The lead was erased"),
                    request.delivery().deadline());
        }
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
    public record Delivered(PluginFault.Answer<DeliveryResult> answer, long millis) {
        /** This as what leaves open whether an earlier try arrived. */
        Delivered unsure() {
            DeliveryResult result = answer.value();
            if (result.outcome() != Outcome.ERROR) {
                return this;
            }
            DeliveryResult unknown = DeliveryResult.unknown(result.reason().orElse("No answer"));
            for (var fact : result.detail().members().entrySet()) {
                unknown = unknown.detail(fact.getKey(), fact.getValue());
            }
            return new Delivered(new PluginFault.Answer<>(unknown, answer.detail()), millis);
        }

        private Delivered with(DeliveryResult result) {
            return result == answer.value()
                    ? this
                    : new Delivered(new PluginFault.Answer<>(result, answer.detail()), millis);
        }
    }

    private Delivered delivered(DeliveryRequest request) {
        long started = run.clock().nanos();
        return new Delivered(call(request), run.clock().millisSince(started));
    }

    private Delivered tooLate(DeliveryRequest request, boolean begun) {
        String reason = "Plugin " + recipient.step().plugin() + " gave no answer in time";
        DeliveryResult result =
                begun && mayHaveArrived(request) ? DeliveryResult.unknown(reason) : DeliveryResult.error(reason);
        result = result.detail("code", "connection_timeout");
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
        if (answer == null && chain.isGoingOn()) {
            return chain.isScheduled() ? queued(null) : broken(chain.lastError(), chain.delay());
        }
        enter();
        DeliveryReport report = answer == null ? skipped() : told(answer);
        run.delivered(report);
        run.withoutRecipient();
        return report;
    }

    private DeliveryReport queued(@Nullable String reason) {
        return DeliveryReport.queued(recipient.step(), reason);
    }

    /** The next try is planned; the lead goes on. */
    private DeliveryReport broken(Event error, Duration wait) {
        scheduled(error, wait, nextId);
        return queued(error.reason().orElse(null));
    }

    /** @param next where the lead goes on; null when it waits */
    private Event scheduled(Event error, Duration wait, @Nullable String next) {
        Event.Builder event = recipient
                .event(run, run.event(EventType.RETRY_SCHEDULED, run.at()), generation)
                .attempt(attempt + 1)
                .reason(error.reason().orElse(null))
                .facts(Obj.EMPTY
                        .with("original_event_id", new Text(error.id()))
                        .with("trigger", new Text("automatic"))
                        .with("retry_status", new Text("scheduled"))
                        .with(Chain.DELAY, Num.of(wait.toMillis()))
                        .with(
                                Chain.DUE,
                                new Text(run.clock()
                                        .wall()
                                        .plus(wait)
                                        .truncatedTo(ChronoUnit.MILLIS)
                                        .toString())));
        return run.add(next == null ? event : event.next(next));
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
        Optional<String> belowFloor = floor().refusal(planned);
        MarginGuard guard = run.deal().margin();
        return guard.isNone() || belowFloor.isPresent() ? belowFloor : guard.refusal(marginWith(planned));
    }

    private MarginGuard floor() {
        return MarginGuard.floor(recipient.step().pricing().floor());
    }

    /** What the lead leaves with a sale at this price. */
    private BigDecimal marginWith(BigDecimal price) {
        return run.deal().left(run.revenue().add(price), run.spent());
    }

    private Reservation.Answer passOver(String reason) {
        run.stepEnded(recipient.id(), Outcome.SKIP, reason);
        run.add(recipient
                .event(run, run.event(EventType.RECIPIENT_FAILED, at), generation)
                .outcome(Outcome.SKIP)
                .reason(reason)
                .facts(Obj.EMPTY.with("buyer", new Text(recipient.step().recipientName())))
                .next(nextId));
        return new Reservation.Answer(Optional.of(reason), Obj.EMPTY);
    }

    private DeliveryReport skipped() {
        return DeliveryReport.skipped(recipient.step(), taken.refusal().orElse("Not asked"));
    }

    private DeliveryReport told(Delivered first) {
        Delivered delivered = first;
        for (Optional<Duration> wait = wait(delivered); wait.isPresent(); wait = wait(delivered)) {
            Event error = brokenTry(delivered, wait.get());
            if (!recipient.further().isInline()) {
                return broken(error, wait.get());
            }
            begin(scheduled(error, wait.get(), null));
            delivered = run.plan().calls().one(run, call());
        }
        return ended(uncertain ? delivered.unsure() : delivered);
    }

    /** How long to wait for another try; empty when the delivery has ended. */
    private Optional<Duration> wait(Delivered delivered) {
        DeliveryResult result = delivered.answer().value();
        if (result.reason().filter(CUT_OFF::equals).isPresent()) {
            return Optional.empty();
        }
        if (result.outcome() == Outcome.SUCCESS || result.outcome() == Outcome.FAILURE) {
            uncertain = false;
            return Optional.empty();
        }
        boolean definite = result.outcome() == Outcome.ERROR
                && !result.detail().get("response_code").isMissing();
        uncertain = result.outcome() == Outcome.UNKNOWN || (uncertain && !definite);
        return recipient.further().waitAfter(attempt, result, run.at().instant(), run.chance());
    }

    private Event brokenTry(Delivered delivered, Duration wait) {
        DeliveryResult result = delivered.answer().value();
        String reason = result.reason().orElse(null);
        run.stepEnded(
                recipient.id(), Outcome.ERROR, reason, recipient.step().key(), StepOutcome.of(Outcome.ERROR, reason));
        Obj going = Obj.EMPTY
                .with(Chain.WILL_RETRY, Bool.TRUE)
                .with(Chain.DELAY, Num.of(wait.toMillis()))
                .with("retry_after", result.detail().get("retry_after"))
                .with(Chain.UNCERTAIN, uncertain ? Bool.TRUE : Missing.MISSING);
        Supplier<Obj> facts = facts(result, () -> going, Obj.EMPTY);
        return run.add(tried(EventType.RECIPIENT_ERROR)
                .outcome(Outcome.ERROR)
                .reason(reason)
                .durationMs(delivered.millis())
                .factsLater(facts)
                .detail(result.detail().merge(delivered.answer().detail()).merge(faults.detail())));
    }

    private DeliveryReport ended(Delivered called) {
        Delivered delivered =
                called.with(run.plan().batches().known(called.answer().value(), run.scope(), run.at()));
        DeliveryResult result = delivered.answer().value();
        BigDecimal earned = earned(result);
        Obj counted = place.settle(result.outcome(), earned);
        result.batch()
                .ifPresent(batch ->
                        run.decide(run.plan().batches().row(batch, recipient.id(), key, run.scope(), run.at())));
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
        return key(leadId, step, 1);
    }

    private static String key(String leadId, String step, int generation) {
        return leadId + ":" + step + ":" + generation;
    }

    int generation() {
        return generation;
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

    private DeliveryRequest request(Asked with) {
        BigDecimal price = salePrice(Value.missing());
        Obj variables = with.scope().section(Section.VARS).with("price", Num.of(price));
        Scope priced = with.scope().with(Section.VARS, variables, Section.RECIPIENT, recipient.variable());
        Delivery delivery = Delivery.of(run.leadId(), recipient.id(), key())
                .account(run.plan().account())
                .test(run.isTest())
                .at(attempt == 1 ? at : run.at())
                .attempt(attempt)
                .deadline(Deadline.in(recipient.step().timeout(), run.clock()::nanos))
                .build();
        return new DeliveryRequest(
                recipient.mapping().map(priced, with.at(), faults),
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
                .price(asked == null ? run.scope() : asked.scope(), asked == null ? at : asked.at(), named)
                .map(Priced::amount)
                .orElse(BigDecimal.ZERO);
    }

    private PluginFault.Answer<DeliveryResult> call(DeliveryRequest request) {
        if (run.isPreview() && recipient.plugin().effect() != Effect.NONE) {
            return new PluginFault.Answer<>(DeliveryResult.success(), Obj.EMPTY);
        }
        PluginFault.Answer<DeliveryResult> answer = PluginFault.guard(
                recipient.step().plugin(),
                () -> recipient.plugin().deliver(request),
                fault -> mayHaveArrived(request) ? DeliveryResult.unknown(fault) : DeliveryResult.error(fault));
        return new PluginFault.Answer<>(answer.value().told(run::withoutPersonal), answer.detail(), answer.kind());
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

    /** What is earned by what was unknown: the price that it was sent with, unless the recipient names another. */
    private BigDecimal settled(DeliveryResult result) {
        BigDecimal earned = earned(result);
        boolean asPlanned = earned.signum() != 0 && result.price().isEmpty();
        return asPlanned && chain.last().facts().get(PLANNED) instanceof Num planned ? planned.value() : earned;
    }

    private DeliveryReport tell(Delivered delivered, BigDecimal price, Obj counted) {
        DeliveryResult result = delivered.answer().value();
        String reason =
                result.outcome() == Outcome.SUCCESS ? null : result.reason().orElse(null);
        note(result, reason);
        Event.Builder event = tried(type(result.outcome()))
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

    /** What a sale leaves, and whether that is too little; of one that nobody knows of, what it was to bring. */
    private Supplier<Obj> books(DeliveryResult result, BigDecimal price) {
        if (!recipient.step().billable() || run.isTest()) {
            return () -> Obj.EMPTY;
        }
        if (result.outcome() == Outcome.UNKNOWN) {
            Obj planned = Obj.EMPTY.with(PLANNED, Num.of(salePrice(Value.missing())));
            return () -> planned;
        }
        if (result.outcome() != Outcome.SUCCESS) {
            return () -> Obj.EMPTY;
        }
        Deal deal = run.deal();
        boolean isFirst = run.hasSoldNothing();
        BigDecimal revenue = run.revenue();
        BigDecimal spent = run.spent();
        return () -> Obj.EMPTY
                .with("margin", Num.of(deal.margin(price, isFirst)))
                .merge(floor().facts(price))
                .merge(deal.margin().facts(deal.left(revenue.add(price), spent)));
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
        Value again = resumed && (chain.isCutOff() || !chain.isGoingOn()) ? Bool.TRUE : Missing.MISSING;
        return () -> Obj.of(
                        FACTS,
                        new Text(recipient.step().plugin()),
                        new Text(recipient.step().recipientName()),
                        result.reference().<Value>map(Text::new).orElse(Missing.MISSING),
                        result.detail().get("response_code"),
                        recipient.step().billable() ? Missing.MISSING : Bool.FALSE,
                        asked,
                        again,
                        result.batch().<Value>map(Text::new).orElse(Missing.MISSING))
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
