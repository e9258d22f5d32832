package dev.sluice.internal;

import dev.sluice.delivery.Deadline;
import dev.sluice.event.EventType;
import dev.sluice.internal.Calls.Call;
import dev.sluice.internal.Offer.Delivered;
import dev.sluice.types.Arr;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Delivers to everybody, side by side where the host has an executor. Places and intents come first, in one wait. */
record AllAtOnce(String step) implements Seller {
    private static final Shape PLANNED = Shape.of("strategy", "tier", "order");
    private static final Duration FOREVER = Duration.ofDays(1);

    @Override
    public void sell(LeadRun run, List<Contender> contenders, Sale sale) {
        List<Contender> buyers = eachOnce(contenders, sale);
        plan(run, buyers);
        List<Offer> offers = new ArrayList<>(buyers.size());
        buyers.forEach(buyer -> offers.add(new Offer(run, buyer.recipient(), step)));
        deliver(run, offers.stream().filter(Offer::reserve).toList());
        for (int i = 0; i < offers.size(); i++) {
            sale.offered(buyers.get(i), offers.get(i).finish());
        }
    }

    /** The first of those who are the same buyer; the others are noted. */
    private static List<Contender> eachOnce(List<Contender> contenders, Sale sale) {
        List<Contender> buyers = new ArrayList<>(contenders.size());
        for (Contender contender : contenders) {
            if (buyers.stream().noneMatch(contender::isSameBuyer)) {
                buyers.add(contender);
            } else {
                sale.passedOver(contender, Contender.HAS_THE_LEAD);
            }
        }
        return buyers;
    }

    private void plan(LeadRun run, List<Contender> contenders) {
        List<Value> ids = new ArrayList<>(contenders.size());
        contenders.forEach(contender -> ids.add(new Text(contender.id())));
        run.add(run.event(EventType.DISTRIBUTE_PLANNED, run.at())
                .step(step)
                .facts(Obj.of(
                        PLANNED, new Text("parallel"), Num.of(contenders.get(0).tier()), Arr.of(ids))));
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
