package dev.sluice.internal;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.RecipientStep;
import dev.sluice.types.Bool;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an event tells of a try that came out as {@code result}. Of what no longer changes; made when the event's facts are read.
 *
 * @param asked a hash of what was asked
 * @param again whether the call may have been made before
 * @param caps where the caps stood
 * @param books what was earned, and what that leaves
 * @param counted counters that got something else than was reserved
 */
record DeliveryFacts(
        RecipientStep recipient,
        DeliveryResult result,
        Value asked,
        boolean again,
        Obj caps,
        Supplier<Obj> books,
        Obj counted)
        implements Supplier<Obj> {
    private static final Shape SHAPE = Shape.of(
            "integration", "buyer", "reference", "response_code", "billable", "request_digest", "recovered", "batch");

    @Override
    public Obj get() {
        return Obj.of(
                        SHAPE,
                        new Text(recipient.plugin()),
                        new Text(recipient.recipientName()),
                        text(result.reference()),
                        result.detail().get("response_code"),
                        recipient.billable() ? Missing.MISSING : Bool.FALSE,
                        asked,
                        again ? Bool.TRUE : Missing.MISSING,
                        text(result.batch()))
                .merge(caps)
                .merge(books.get())
                .merge(counted);
    }

    static Value text(Optional<String> told) {
        return told.<Value>map(Text::new).orElse(Missing.MISSING);
    }
}
