package dev.sluice.feedback;

import static java.util.Objects.requireNonNull;

import dev.sluice.Sluice;
import dev.sluice.distribution.BuyerScorer;
import dev.sluice.event.Event;
import dev.sluice.event.Recipients;
import dev.sluice.pricing.MetricsProvider;
import dev.sluice.store.Cursor;
import dev.sluice.store.Events;
import dev.sluice.store.Page;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * How many deliveries each recipient got, and how many of them converted or came back, from the events so far. Reads on where
 * it stopped whenever {@link #refresh} is called; answers from memory. Safe on any thread. Test leads do not count.
 */
public final class FeedbackRates {
    private static final int PAGE = 1_000;

    private final Events events;
    private final String account;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<String, Rates> rates = new ConcurrentHashMap<>();
    private final Recipients recipients = new Recipients();
    private Cursor place = Cursor.START;

    private FeedbackRates(Events events, String account) {
        this.events = events;
        this.account = account;
    }

    /** Of everything that this instance has recorded so far. */
    public static FeedbackRates over(Sluice sluice) {
        return over(sluice.events(), sluice.account());
    }

    /** Of a log, as far as it is written. */
    public static FeedbackRates over(Events events, String account) {
        FeedbackRates rates = new FeedbackRates(requireNonNull(events, "events"), requireNonNull(account, "account"));
        rates.refresh();
        return rates;
    }

    /**
     * What came of a recipient's deliveries.
     *
     * @param delivered how many
     * @param conversions of these
     * @param returns of these
     */
    public record Rates(long delivered, long conversions, long returns) {
        /** Nobody that got anything. */
        public static final Rates NONE = new Rates(0, 0, 0);

        /** In percent of the deliveries; empty without any. */
        public Optional<BigDecimal> returnRate() {
            return percent(returns);
        }

        /** In percent of the deliveries; empty without any. */
        public Optional<BigDecimal> conversionRate() {
            return percent(conversions);
        }

        private Optional<BigDecimal> percent(long part) {
            return delivered == 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(100 * part)
                            .divide(BigDecimal.valueOf(delivered), MathContext.DECIMAL64));
        }

        private Obj told() {
            return Obj.EMPTY
                    .with("delivered", Num.of(delivered))
                    .with("conversions", Num.of(conversions))
                    .with("returns", Num.of(returns))
                    .with("conversion_rate", number(conversionRate()))
                    .with("return_rate", number(returnRate()));
        }

        private static Value number(Optional<BigDecimal> rate) {
            return rate.<Value>map(Num::of).orElse(Value.missing());
        }

        private Rates and(long deliveries, long sold, long back) {
            return new Rates(delivered + deliveries, conversions + sold, returns + back);
        }
    }

    /** Takes in what was recorded since the last time; may block as long as reading does. */
    public void refresh() {
        reading.lock();
        try {
            Page<Event> page = events.after(place, PAGE);
            while (!page.events().isEmpty()) {
                page.events().forEach(this::take);
                place = page.next();
                page = events.after(place, PAGE);
            }
        } finally {
            reading.unlock();
        }
    }

    private void take(Event event) {
        recipients.see(event);
        boolean counts =
                event.stream().account().equals(account) && !event.context().test();
        switch (counts ? event.type().text() : "") {
            case "recipient.delivered" -> add(event, 1, 0, 0);
            case "feedback.processed" -> {
                String type = event.facts().get("feedback").part("type").text();
                add(event, 0, type.equals(FeedbackItem.CONVERSION) ? 1 : 0, type.equals(FeedbackItem.RETURN) ? 1 : 0);
            }
            default -> {
                // Nothing that rates are made of.
            }
        }
    }

    private void add(Event event, long deliveries, long sold, long back) {
        Stream.concat(recipients.of(event).stream(), event.step().stream())
                .distinct()
                .forEach(name -> rates.compute(
                        name, (key, known) -> (known == null ? Rates.NONE : known).and(deliveries, sold, back)));
    }

    /** What came of the deliveries to a recipient, by its entity or its step; as of the last {@link #refresh}. */
    public Rates of(String recipient) {
        return rates.getOrDefault(recipient, Rates.NONE);
    }

    /**
     * A scorer for distributions: the flow's own score, less {@code points} for each percent of deliveries that came back,
     * once a recipient has got {@code sample} of them.
     */
    public BuyerScorer scorer(BigDecimal points, long sample) {
        requireNonNull(points, "points");
        return BuyerScorer.inProcess(request -> {
            Rates known = of(request.candidate().id());
            BigDecimal returned = known.delivered() < sample
                    ? BigDecimal.ZERO
                    : known.returnRate().orElse(BigDecimal.ZERO);
            return request.candidate()
                    .score()
                    .subtract(returned.multiply(points))
                    .round(MathContext.DECIMAL32);
        });
    }

    /**
     * Rates that rules and prices of a flow read, of some recipients: {@code source.recipients.premier.return_rate} and
     * {@code conversion_rate}, in percent and missing without deliveries, and {@code delivered}, {@code conversions} and {@code
     * returns}. They stand in the data of every lead, so name only those that are read.
     */
    public MetricsProvider metrics(String... recipients) {
        List<String> named = List.of(recipients);
        return (flow, source, at) -> {
            Obj all = Obj.EMPTY;
            for (String recipient : named) {
                all = all.with(recipient, of(recipient).told());
            }
            return Obj.EMPTY.with("recipients", all);
        };
    }
}
