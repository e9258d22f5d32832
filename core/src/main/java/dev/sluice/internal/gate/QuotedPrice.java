package dev.sluice.internal.gate;

import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.internal.Gate;
import dev.sluice.internal.Hearing;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.Question;
import dev.sluice.internal.pricing.Deal;
import dev.sluice.internal.pricing.MarginGuard;
import dev.sluice.internal.record.Verdict;
import dev.sluice.store.Changes;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.View;
import dev.sluice.types.Lead;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The price of a lead that names a ping: what was bid for it, once and while the bid holds. A bid is a price and no place:
 * all other gates judge the lead as any other. Leads that name no ping are priced as usual.
 */
public final class QuotedPrice implements Gate {
    private static final String PING_ID = "ping_id";
    private static final int LONGEST = 120;

    private final Gate unquoted;
    private final MarginGuard margin;
    private final String quotes;

    public QuotedPrice(Gate unquoted, MarginGuard margin, String quotes) {
        this.unquoted = unquoted;
        this.margin = margin;
        this.quotes = quotes;
    }

    @Override
    public @Nullable Verdict refusal(Hearing hearing) {
        Value pingId = hearing.run().lead().get(PING_ID);
        if (pingId.isBlank() || hearing.run().isPing()) {
            return unquoted.refusal(hearing);
        }
        Event bid = bid(hearing.run(), pingId.text().strip()).orElse(null);
        if (bid == null) {
            return refusal("unknown", "Quote is unknown");
        }
        BigDecimal price = bid.cost().orElse(BigDecimal.ZERO);
        hearing.deal(new Deal(price, null, margin), Num.of(price));
        hearing.note(() -> Obj.EMPTY.with("pricing", new PriceTrace().by("quote", price)));
        hearing.ask(new Claim(hearing, bid.leadId()));
        return null;
    }

    @Override
    public void missed(Hearing hearing) {
        unquoted.missed(hearing);
    }

    /** The bid as it was recorded, if it was made to this source at this flow, and both are tests or neither is. */
    private static Optional<Event> bid(LeadRun run, String pingId) {
        if (!pingId.startsWith("ping_") || pingId.length() > LONGEST) {
            return Optional.empty();
        }
        Lead lead = run.lead();
        return run.recorded(pingId).stream()
                .filter(event -> event.type().equals(EventType.PING_RECEIVED))
                .filter(event -> event.outcome().filter(Outcome.SUCCESS::equals).isPresent())
                .filter(event -> event.context().flow().equals(run.plan().id())
                        && event.context().source().equals(lead.source())
                        && event.context().test() == run.isTest())
                .findFirst();
    }

    private static Verdict refusal(String kind, String reason) {
        return Verdict.refuse(Outcome.FAILURE, reason, Obj.EMPTY.with("quote", new Text(kind)));
    }

    /** The lead's claim to be the one for which the bid was made. */
    private final class Claim implements Question {
        private final Hearing hearing;
        private final EntryKey key;

        Claim(Hearing hearing, String pingId) {
            this.hearing = hearing;
            this.key = new EntryKey(hearing.run().plan().account(), quotes, pingId);
        }

        @Override
        public List<EntryKey> entries() {
            return List.of(key);
        }

        @Override
        public @Nullable Verdict refusal(View view) {
            Entry quote = view.entry(key).orElse(null);
            if (quote == null) {
                return QuotedPrice.refusal("unknown", "Quote is unknown");
            }
            boolean own = quote.leadId().equals(hearing.run().leadId());
            if (!quote.leadId().isEmpty() && !own) {
                return QuotedPrice.refusal("used", "Quote was used before");
            }
            return quote.countsAt(hearing.at().instant()) ? null : QuotedPrice.refusal("expired", "Quote has expired");
        }

        @Override
        public Supplier<Obj> facts(View view) {
            Text ping = new Text(key.token());
            return () -> Obj.EMPTY.with(PING_ID, ping);
        }

        @Override
        public void take(Changes changes) {
            changes.put(new Entry(key, hearing.run().leadId(), hearing.at().instant(), null));
        }
    }
}
