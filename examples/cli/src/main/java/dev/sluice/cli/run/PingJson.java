package dev.sluice.cli.run;

import dev.sluice.PingResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Instant;

/** The line that a ping gets. */
public final class PingJson {
    private static final Shape PING = Shape.of("ping_id", "bid", "outcome", "reason", "price", "valid_until");

    private PingJson() {}

    /** {@code ping_id}, {@code bid}, {@code outcome}, {@code reason}, {@code price} and {@code valid_until}, in this order. */
    public static Obj of(PingResult answer) {
        return Obj.of(
                PING,
                Value.text(answer.pingId().orElse(null)),
                Value.bool(answer.outcome() == Outcome.SUCCESS),
                new Text(answer.outcome().text()),
                Value.text(answer.reason().orElse(null)),
                Num.of(answer.price()),
                Value.text(answer.validUntil().map(Instant::toString).orElse(null)));
    }
}
