package dev.sluice.internal.distribute;

import dev.sluice.delivery.Deadline;
import dev.sluice.event.Event;
import dev.sluice.internal.Calls.Call;
import dev.sluice.internal.Contender;
import dev.sluice.internal.Delivered;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.Offer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Delivers to everybody, side by side where the host has an executor. Places and intents come first, in one wait.
 *
 * @param step the distribution's id
 */
public record AllAtOnce(String step) implements Seller {
    private static final Duration FOREVER = Duration.ofDays(1);

    /** The first of those who are the same buyer; the others are passed over. */
    @Override
    public Event plan(Planning planning) {
        List<Contender> buyers = new ArrayList<>(planning.contenders().size());
        for (Contender contender : planning.contenders()) {
            if (buyers.stream().noneMatch(contender::isSameBuyer)) {
                buyers.add(contender);
            } else {
                planning.passOver(contender, Contender.HAS_THE_LEAD);
            }
        }
        return planning.record(Planning.Order.of(buyers));
    }

    @Override
    public void sell(LeadRun run, Event plan, Sale sale) {
        List<Contender> buyers = sale.order(plan);
        List<Offer> offers = new ArrayList<>(buyers.size());
        buyers.forEach(buyer -> offers.add(new Offer(run, buyer.recipient(), step)));
        deliver(run, offers.stream().filter(Offer::reserve).toList());
        for (int i = 0; i < offers.size(); i++) {
            sale.offered(buyers.get(i), offers.get(i).finish());
        }
    }

    private static void deliver(LeadRun run, List<Offer> offers) {
        offers.forEach(Offer::awaitIntent);
        List<Supplier<Call<Delivered>>> calls = new ArrayList<>(offers.size());
        offers.forEach(offer -> calls.add(offer::call));
        List<Delivered> answers = run.plan().calls().all(run, calls, Deadline.in(FOREVER, run.clock()::nanos));
        for (int i = 0; i < offers.size(); i++) {
            offers.get(i).answered(answers.get(i));
        }
    }
}
