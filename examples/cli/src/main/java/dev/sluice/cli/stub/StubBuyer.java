package dev.sluice.cli.stub;

import dev.sluice.Time;
import dev.sluice.delivery.Bid;
import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A buyer that is not there. Its settings say how it would answer:
 *
 * <ul>
 *   <li>{@code accept}: how many of a hundred leads it takes, 100 by default; which ones depends on the lead alone;
 *   <li>{@code errors}: how many of a hundred calls fail, 0 by default;
 *   <li>{@code reject}: leads it never takes, see {@link StubRefusal};
 *   <li>{@code reason}: what it says to the leads that it does not take by chance;
 *   <li>{@code price}: the price it names;
 *   <li>{@code bid}: what it bids in an auction, none by default; {@code exclusive} true: for the lead alone;
 *   <li>{@code latencyMs}: how long it takes; on recorded time nobody waits for it.
 * </ul>
 */
final class StubBuyer implements DeliveryPlugin {
    private final Time time;

    StubBuyer(Time time) {
        this.time = time;
    }

    @Override
    public DeliveryResult deliver(DeliveryRequest request) {
        Obj config = request.config();
        Draw draw = Draw.of(request.delivery().recipient(), request.lead().text());
        if (!wait(config)) {
            return DeliveryResult.error("interrupted");
        }
        if (draw.percent(number(config, "errors", 0))) {
            return DeliveryResult.error("Service unavailable");
        }
        for (Value refusal : refusals(config)) {
            if (StubRefusal.of(refusal).concerns(request.lead())) {
                return DeliveryResult.failure(StubRefusal.of(refusal).reason());
            }
        }
        boolean taken = Draw.of(
                        request.delivery().recipient() + " accept",
                        request.lead().text())
                .percent(number(config, "accept", 100));
        return taken ? accepted(config, draw) : DeliveryResult.failure(text(config, "reason", "Not interested"));
    }

    /** Bids for the leads that it would not reject; whether it takes one in the end is another matter. */
    @Override
    public Bid ping(DeliveryRequest request) {
        Obj config = request.config();
        if (!wait(config)) {
            return Bid.none("interrupted");
        }
        for (Value refusal : refusals(config)) {
            if (StubRefusal.of(refusal).concerns(request.lead())) {
                return Bid.none(StubRefusal.of(refusal).reason());
            }
        }
        if (!(config.get("bid") instanceof Num bid)) {
            return Bid.none(text(config, "reason", "No bid"));
        }
        return config.get("exclusive").equals(Bool.TRUE) ? Bid.exclusive(bid.value()) : Bid.of(bid.value());
    }

    private boolean wait(Obj config) {
        double millis = number(config, "latencyMs", 0);
        try {
            if (millis > 0) {
                time.await(Duration.ofNanos((long) (millis * 1_000_000)));
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static DeliveryResult accepted(Obj config, Draw draw) {
        DeliveryResult result = DeliveryResult.success().reference("stub-" + draw.digits());
        return config.get("price") instanceof Num price ? result.price(price.value()) : result;
    }

    private static Iterable<Value> refusals(Obj config) {
        return config.get("reject") instanceof Arr all ? all : List.of();
    }

    private static double number(Obj config, String name, double otherwise) {
        return config.get(name) instanceof Num num ? num.value().doubleValue() : otherwise;
    }

    private static String text(Obj config, String name, String otherwise) {
        Value value = config.get(name);
        return value.isAbsent() ? otherwise : value.text();
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        List<ConfigProblem> problems = new ArrayList<>();
        for (String name : config.members().keySet()) {
            switch (name) {
                case "accept", "errors" -> percent(config, name, problems);
                case "price", "bid", "latencyMs" -> notNegative(config, name, problems);
                case "reject" -> problems.addAll(StubRefusal.check(config.get(name)));
                case "reason", "exclusive" -> {}
                default ->
                    problems.add(new ConfigProblem(
                            "/" + name,
                            "unknown_key",
                            "a stub has no setting '" + name
                                    + "'; it has accept, errors, reject, reason, price, bid, exclusive, latencyMs"));
            }
        }
        return problems;
    }

    private static void percent(Obj config, String name, List<ConfigProblem> problems) {
        double share = number(config, name, -1);
        if (share < 0 || share > 100) {
            problems.add(new ConfigProblem("/" + name, "out_of_range", "say how many of a hundred: 0 to 100"));
        }
    }

    private static void notNegative(Obj config, String name, List<ConfigProblem> problems) {
        if (number(config, name, -1) < 0) {
            problems.add(new ConfigProblem("/" + name, "out_of_range", "this is a number from 0 up"));
        }
    }
}
