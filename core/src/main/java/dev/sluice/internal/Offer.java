package dev.sluice.internal;

import dev.sluice.DeliveryReport;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.flow.Recovery;
import dev.sluice.internal.record.Chain;
import dev.sluice.internal.record.StepOutcome;
import dev.sluice.types.At;
import dev.sluice.types.Bool;
import dev.sluice.types.Missing;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Offers one lead to one recipient: a place under its caps, the call, what became of it. */
public final class Offer {
    /** Why a delivery is unknown that is not to be sent again. */
    public static final String CUT_OFF = "Cut off before the answer was recorded";

    private final LeadRun run;
    private final RecipientPlan recipient;
    private final Handover handover;
    private final SaleTerms terms;
    private final @Nullable Event recorded;
    private final @Nullable Event intent;
    private final Reservation place;
    private final Chain chain;
    private final boolean resumed;
    private int attempt = 1;
    /** Whether a try may have arrived, and no later one got a definite answer. */
    private boolean uncertain;
    /** The same over all tries; null before the first. */
    private @Nullable DeliveryCall call;

    private Reservation.Answer taken = Reservation.Answer.FREE;
    private @Nullable Delivered answer;

    /** @param nextId where the journey goes on after this offer */
    public Offer(LeadRun run, RecipientPlan recipient, String nextId) {
        this(run, recipient, nextId, null, run.at());
    }

    /**
     * @param agreed what the recipient pays if it takes the lead; null for what its prices say
     * @param at the moment of the stage that it belongs to
     */
    public Offer(LeadRun run, RecipientPlan recipient, String nextId, @Nullable BigDecimal agreed, At at) {
        this.run = run;
        this.recipient = recipient;
        this.handover = new Handover(run, recipient, 1, at, nextId);
        this.terms = agreed == null ? recipient.terms() : recipient.terms().agreedOn(agreed);
        this.recorded = run.past().ended(recipient.id()).orElse(null);
        this.intent = run.past().intent(recipient.id()).orElse(null);
        this.chain = Chain.of(run.past().events(), recipient.id());
        this.resumed = intent != null || chain.isGoingOn();
        enter();
        this.place = new Reservation(handover, terms.most(run.scope(), at));
    }

    /** Another try of a delivery whose lead has gone on. */
    Offer(LeadRun run, RecipientPlan recipient, Chain chain) {
        this.run = run;
        this.recipient = recipient;
        this.handover = new Handover(run, recipient, chain.generation(), run.at(), Steps.END);
        this.terms = recipient.terms();
        this.recorded = null;
        this.intent = chain.first();
        this.chain = chain;
        this.resumed = chain.isCutOff();
        this.place = new Reservation(handover, BigDecimal.ZERO);
    }

    /** A new delivery to a recipient that has not taken the lead, under a key of its own. */
    Offer(LeadRun run, RecipientPlan recipient, int generation) {
        this.run = run;
        this.recipient = recipient;
        this.handover = new Handover(run, recipient, generation, run.at(), Steps.END);
        this.terms = recipient.terms();
        this.recorded = null;
        this.intent = null;
        this.chain = Chain.NONE;
        this.resumed = false;
        enter();
        this.place = new Reservation(handover, terms.most(run.scope(), handover.at()));
    }

    /** The key of the first delivery to a step. */
    static String key(String leadId, String step) {
        return Handover.key(leadId, step, 1);
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
        if (chain.isGoingOn()) {
            return goOn();
        }
        enter();
        if (intent != null) {
            taken = place.taken(intent);
            return !leavesItOpen();
        }
        recipient.further().first();
        Optional<String> unprofitable = terms.unprofitable(run, handover.at());
        taken = unprofitable.isPresent() ? passOver(unprofitable.get()) : place.take();
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
        answer = Delivered.without(DeliveryResult.unknown(CUT_OFF));
        return finish();
    }

    /** Takes in what the tries before have left behind. */
    private Event recall() {
        Event first = chain.first();
        place.taken(first);
        taken = new Reservation.Answer(
                Optional.empty(), Obj.EMPTY.with("caps", first.facts().get("caps")));
        attempt = chain.attempt();
        uncertain = chain.isUncertain();
        call = DeliveryCall.again(handover, first);
        return first;
    }

    /** Waits where that is not done yet, and notes that the next try begins. */
    private void begin(Event planned) {
        if (recipient.further().isInline()) {
            run.clock().await(Chain.delay(planned));
        }
        attempt++;
        run.expect(recipient.step().timeout());
        handover.retried(attempt);
        if (isExternal()) {
            run.write();
            run.awaitDurable();
        }
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
        answer = Delivered.without(DeliveryResult.unknown(CUT_OFF));
        return true;
    }

    /** Whether the delivery leaves this process, so that its intent must be durable first. */
    public boolean isExternal() {
        return handover.isExternal();
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
        if (call == null) {
            At first = intent == null
                    ? handover.at()
                    : new At(intent.at(), handover.at().zone());
            call = new DeliveryCall(handover, terms, run.scope(), first);
        }
        return call.make(attempt);
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
        run.sales().delivered(report);
        run.data().withoutRecipient();
        return report;
    }

    private DeliveryReport queued(@Nullable String reason) {
        return DeliveryReport.queued(recipient.step(), reason);
    }

    /** The next try is planned; the lead goes on. */
    private DeliveryReport broken(Event error, Duration wait) {
        scheduled(error, wait, handover.nextId());
        return queued(error.reason().orElse(null));
    }

    private Event scheduled(Event error, Duration wait, @Nullable String next) {
        return handover.scheduled(attempt + 1, error, wait, next);
    }

    private DeliveryReport retraced(Event end) {
        DeliveryReport report =
                JourneyState.delivery(end, run.plan().recipients()).orElseThrow();
        if (wasRefused(end)) {
            run.sales().delivered(report);
        } else {
            if (intent != null) {
                run.places().intended(intent);
            }
            run.retrace(end);
        }
        return report;
    }

    private Reservation.Answer passOver(String reason) {
        run.data().stepEnded(recipient.id(), Outcome.SKIP, reason);
        handover.passedOver(reason);
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
        DeliveryResult result = delivered.result();
        if (result.outcome() == Outcome.SUCCESS || result.outcome() == Outcome.FAILURE) {
            uncertain = false;
            return Optional.empty();
        }
        if (result.reason().filter(CUT_OFF::equals).isPresent()) {
            return Optional.empty();
        }
        boolean definite = result.outcome() == Outcome.ERROR
                && !result.detail().get("response_code").isMissing();
        uncertain = result.outcome() == Outcome.UNKNOWN || (uncertain && !definite);
        return recipient.further().waitAfter(attempt, result, run.at().instant(), run.chance());
    }

    private Event brokenTry(Delivered delivered, Duration wait) {
        DeliveryResult result = delivered.result();
        String reason = result.reason().orElse(null);
        run.data()
                .stepEnded(
                        recipient.id(),
                        Outcome.ERROR,
                        reason,
                        recipient.step().key(),
                        StepOutcome.of(Outcome.ERROR, reason));
        Obj going = Obj.EMPTY
                .with(Chain.WILL_RETRY, Bool.TRUE)
                .with(Chain.DELAY, Num.of(wait.toMillis()))
                .with("retry_after", result.detail().get("retry_after"))
                .with(Chain.UNCERTAIN, uncertain ? Bool.TRUE : Missing.MISSING);
        return run.add(handover.tried(EventType.RECIPIENT_ERROR, attempt)
                .outcome(Outcome.ERROR)
                .reason(reason)
                .durationMs(delivered.millis())
                .factsLater(facts(result, () -> going, Obj.EMPTY))
                .detail(detail(delivered)));
    }

    private DeliveryReport ended(Delivered called) {
        Delivered delivered = called.result().batch().isEmpty()
                ? called
                : called.with(run.plan().batches().known(called.result(), run.scope(), run.at()));
        DeliveryResult result = delivered.result();
        BigDecimal earned = call == null ? BigDecimal.ZERO : call.earned(result);
        Obj counted = place.settle(result.outcome(), earned);
        if (result.batch().isPresent()) {
            String batch = result.batch().get();
            run.decide(run.plan().batches().row(batch, recipient.id(), handover.key(), run.scope(), run.at()));
        }
        return tell(delivered, earned, counted);
    }

    private DeliveryReport tell(Delivered delivered, BigDecimal earned, Obj counted) {
        DeliveryResult result = delivered.result();
        String reason =
                result.outcome() == Outcome.SUCCESS ? null : result.reason().orElse(null);
        handover.answered(result, reason);
        run.add(handover.ended(result.outcome(), attempt)
                .reason(reason)
                .revenue(earned)
                .durationMs(delivered.millis())
                .factsLater(facts(result, books(result, earned), counted))
                .detail(detail(delivered))
                .next(handover.nextId()));
        return DeliveryReport.of(recipient.step(), result, reason, earned);
    }

    /** Puts the recipient into the lead's data, until {@link #finish}. */
    private void enter() {
        if (run.scope().section(Section.RECIPIENT) != recipient.variable()) {
            run.scope(run.scope().with(Section.RECIPIENT, recipient.variable()));
        }
    }

    /** What the books say of it; of a delivery that nobody knows of, what it was to bring. */
    private Supplier<Obj> books(DeliveryResult result, BigDecimal earned) {
        boolean counts = terms.billable() && !run.isTest();
        if (counts && result.outcome() == Outcome.SUCCESS) {
            return terms.books(run, earned);
        }
        return counts && result.outcome() == Outcome.UNKNOWN ? SaleTerms.planned(planned()) : () -> Obj.EMPTY;
    }

    /** The price that nothing was named for. */
    private BigDecimal planned() {
        return call == null ? terms.price(run.scope(), handover.at(), Value.missing()) : call.price(Value.missing());
    }

    private Supplier<Obj> facts(DeliveryResult result, Supplier<Obj> books, Obj counted) {
        Value asked = call == null ? Missing.MISSING : call.digest();
        boolean again = resumed && (chain.isCutOff() || !chain.isGoingOn());
        return new DeliveryFacts(recipient.step(), result, asked, again, taken.facts(), books, counted);
    }

    private Obj detail(Delivered delivered) {
        return call == null ? delivered.detail() : delivered.detail().merge(call.faults());
    }
}
