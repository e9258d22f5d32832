package dev.sluice.feedback;

import static java.util.Objects.requireNonNull;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.feedback.FeedbackAnswer.Problem;
import dev.sluice.rules.RuleSet;
import dev.sluice.store.Changes;
import dev.sluice.store.CounterKey;
import dev.sluice.store.DocKey;
import dev.sluice.store.KeptDoc;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import dev.sluice.store.StreamId;
import dev.sluice.store.View;
import dev.sluice.store.Write;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what recipients say of leads that they got: adds events to the lead, never changes one. Immutable and safe on any
 * thread; items with a number are handled once, over all processes that share the store.
 */
public final class Feedback {
    private static final String ANY = "*";

    private final Store store;
    private final String account;
    private final Time time;
    private final @Nullable Agreements agreements;
    private final Delivered delivered;
    private final Map<String, FeedbackTerms> terms;
    private final Map<String, Forwarding> forwarders;

    /** @param rules that the lead has to meet for its source to be told; null for none */
    private record Forwarding(@Nullable RuleSet rules, FeedbackForwarder forwarder) {}

    private Feedback(Store store, String account, Time time, @Nullable Agreements agreements) {
        this.store = store;
        this.account = account;
        this.time = time;
        this.agreements = agreements;
        this.delivered = new Delivered(store.events(), account);
        this.terms = Map.of();
        this.forwarders = Map.of();
    }

    private Feedback(Feedback from, Map<String, FeedbackTerms> terms, Map<String, Forwarding> forwarders) {
        this.store = from.store;
        this.account = from.account;
        this.time = from.time;
        this.agreements = from.agreements;
        this.delivered = from.delivered;
        this.terms = Map.copyOf(terms);
        this.forwarders = Map.copyOf(forwarders);
    }

    /** About the leads of this instance; takes what their flows agreed, each in the revision that delivered them. */
    public static Feedback over(Sluice sluice) {
        return new Feedback(sluice.store(), sluice.account(), sluice.time(), new Agreements(sluice));
    }

    /** About the leads of a store; takes nothing until terms are agreed here. */
    public static Feedback over(Store store, String account, Time time) {
        return new Feedback(
                requireNonNull(store, "store"), requireNonNull(account, "account"), requireNonNull(time, "time"), null);
    }

    /** Takes a type from one recipient, named by its entity or its step, whatever its flow agreed. */
    public Feedback accepting(String recipient, FeedbackTerms agreed) {
        Map<String, FeedbackTerms> more = new HashMap<>(terms);
        more.put(key(recipient, agreed.type()), agreed);
        return new Feedback(this, more, forwarders);
    }

    /** Takes a type from every recipient that has no terms for it, here or in its flow. */
    public Feedback accepting(FeedbackTerms agreed) {
        return accepting(ANY, agreed);
    }

    /** Passes feedback on leads of a source on to it, type by type. */
    public Feedback forwarding(String source, String type, FeedbackForwarder forwarder) {
        return with(source, type, new Forwarding(null, requireNonNull(forwarder, "forwarder")));
    }

    /**
     * Passes it on where the lead, as it ended and with the feedback, meets {@code rules}; else it is taken, and {@code feedback.sent}
     * says {@code skip}.
     */
    public Feedback forwarding(String source, String type, RuleSet rules, FeedbackForwarder forwarder) {
        return with(
                source, type, new Forwarding(requireNonNull(rules, "rules"), requireNonNull(forwarder, "forwarder")));
    }

    private Feedback with(String source, String type, Forwarding forwarding) {
        Map<String, Forwarding> more = new HashMap<>(forwarders);
        more.put(key(source, type), forwarding);
        return new Feedback(this, terms, more);
    }

    /** Passes it on by what delivers leads, with settings as a recipient of a flow has them. */
    public Feedback forwarding(String source, String type, DeliveryPlugin plugin, Obj settings) {
        return forwarding(source, type, DeliveryForwarder.by(plugin, settings, time));
    }

    /** The same by what delivers leads, where the lead meets {@code rules}. */
    public Feedback forwarding(String source, String type, RuleSet rules, DeliveryPlugin plugin, Obj settings) {
        return forwarding(source, type, rules, DeliveryForwarder.by(plugin, settings, time));
    }

    private static String key(String one, String type) {
        return one.length() + ":" + one + type;
    }

    /** Takes an item, whoever says it. Returns when the answer is durable. */
    public FeedbackAnswer receive(FeedbackItem item) {
        return receive(item, ANY);
    }

    /**
     * Takes an item of one recipient, which may speak of deliveries to itself only.
     *
     * @param recipient its entity or its step
     */
    public FeedbackAnswer receive(FeedbackItem item, String recipient) {
        Optional<StreamId> lead = Address.stream(account, item.eventId());
        while (true) {
            Optional<FeedbackAnswer> before = item.id().flatMap(this::answered);
            if (before.isPresent()) {
                return before.get();
            }
            List<Event> events = lead.map(store.events()::stream).orElse(List.of());
            Optional<FeedbackAnswer> problem = Address.problem(item, recipient, events, store.events());
            if (problem.isPresent()) {
                return problem.get();
            }
            Optional<FeedbackAnswer> answer = handle(item, events);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    /** Takes items one after the other; each answer is told as soon as it is durable, whatever becomes of the others. */
    public void receiveAll(Iterator<FeedbackItem> items, Consumer<FeedbackAnswer> answers) {
        items.forEachRemaining(item -> answers.accept(receive(item)));
    }

    /**
     * The ids of the events that say a recipient got a lead, for those who know the lead only: usually one, none when it did
     * not, several when it got the lead more than once and has to say which it means.
     *
     * @param recipient its entity or its step
     */
    public List<String> deliveries(String leadId, String recipient) {
        List<Event> events = store.events().stream(new StreamId(account, requireNonNull(leadId, "leadId")));
        return events.stream()
                .filter(event -> event.type().equals(EventType.RECIPIENT_DELIVERED))
                .filter(event -> Address.names(event, events).contains(recipient))
                .map(Event::id)
                .toList();
    }

    /** Where a lead stands. */
    public LeadStatus status(String leadId) {
        return LeadStatus.of(store.events().stream(new StreamId(account, requireNonNull(leadId, "leadId"))));
    }

    private Optional<FeedbackAnswer> answered(String number) {
        return new KeptDoc(store, numbered(number)).read().flatMap(doc -> recalled(doc.body()));
    }

    private DocKey numbered(String number) {
        return new DocKey(account, "feedback", number);
    }

    private Optional<FeedbackAnswer> recalled(String eventId) {
        return Address.stream(account, eventId)
                .map(store.events()::stream)
                .flatMap(events -> events.stream()
                        .filter(event -> event.id().equals(eventId))
                        .findFirst())
                .map(Feedback::recalled);
    }

    private static FeedbackAnswer recalled(Event received) {
        String problem = received.facts().get("problem").text();
        BigDecimal credited =
                received.facts().get("revenue_credited") instanceof Num number ? number.value() : BigDecimal.ZERO;
        return new FeedbackAnswer(
                received.outcome().orElse(Outcome.SUCCESS),
                problem.isEmpty() ? Optional.empty() : Optional.of(Problem.valueOf(problem)),
                received.reason(),
                Optional.of(received.leadId()),
                Optional.of(received.id()),
                credited,
                true);
    }

    /** Empty when somebody else wrote to the lead meanwhile. */
    private Optional<FeedbackAnswer> handle(FeedbackItem item, List<Event> events) {
        Event sold = Address.delivered(item, events).orElseThrow();
        Optional<FeedbackTerms> agreed = agreed(item.type(), sold, Address.names(sold, events));
        Handling handling = new Handling(item, events, sold, agreed, time.instant());
        List<Quota> quotas = handling.refused().isPresent() ? List.of() : quotas(handling);
        Forwarding forwarding = forwarders.get(key(sold.context().source(), item.type()));
        if (forwarding != null && handling.refused().isEmpty() && hasRoom(quotas)) {
            boolean isMeant = forwarding.rules() == null || handling.holds(forwarding.rules());
            handling.forwarded(isMeant ? ask(forwarding.forwarder(), handling) : FeedbackForwarder.Answer.skip());
        }
        return store.write(new FeedbackWrite(handling, item.id().map(this::numbered), quotas))
                .durable();
    }

    private List<Quota> quotas(Handling handling) {
        return handling.limit()
                .map(limit -> Quota.of(limit, account, handling, delivered))
                .orElse(List.of());
    }

    /** So that no source is told of what is then refused; it is looked at again when the item is recorded. */
    private boolean hasRoom(List<Quota> quotas) {
        return quotas.isEmpty() || store.write(new Room(quotas)).durable();
    }

    private record Room(List<Quota> quotas) implements Write<Boolean> {
        @Override
        public Reads reads() {
            List<CounterKey> counters = quotas.stream().map(Quota::counter).toList();
            return new Reads(counters, List.of(), List.of(), List.of(), List.of());
        }

        @Override
        public Boolean decide(View view, Changes changes) {
            return quotas.stream().noneMatch(quota -> quota.isFull(view));
        }
    }

    private static FeedbackForwarder.Answer ask(FeedbackForwarder forwarder, Handling handling) {
        try {
            return forwarder.forward(handling.forward());
        } catch (RuntimeException broken) {
            return new FeedbackForwarder.Answer(
                    Outcome.ERROR,
                    Optional.of(
                            "The source could not be told: " + broken.getClass().getName()));
        }
    }

    private Optional<FeedbackTerms> agreed(String type, Event sold, List<String> recipients) {
        return recipients.stream()
                .flatMap(recipient -> Optional.ofNullable(terms.get(key(recipient, type))).stream())
                .findFirst()
                .or(() -> agreements == null ? Optional.empty() : agreements.of(sold, type, recipients))
                .or(() -> Optional.ofNullable(terms.get(key(ANY, type))));
    }
}
