package dev.sluice.internal.gate;

import dev.sluice.internal.pricing.Priced;
import dev.sluice.types.Arr;
import dev.sluice.types.Bool;
import dev.sluice.types.Missing;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a price was found, for the event: the layer that gave it, which of its prices applied, and what services answered. */
final class PriceTrace {
    private static final Shape FACTS =
            Shape.of("layer", "price_id", "amount", "adjusted_by", "share_percent", "pending", "services");

    private final List<Value> services = new ArrayList<>(0);
    private Obj detail = Obj.EMPTY;

    void asked(PriceService.Answer answer) {
        services.add(answer.facts());
        if (!answer.detail().isBlank()) {
            detail =
                    detail.merge(Obj.EMPTY.with("pricing_fault", answer.detail().get("fault")));
        }
    }

    /** The texts of faults; for the event's detail. */
    Obj detail() {
        return detail;
    }

    Obj by(String layer, Priced price) {
        return facts(layer, price.id(), price.amount(), price.adjusted(), null);
    }

    Obj by(String layer, BigDecimal amount) {
        return facts(layer, null, amount, List.of(), null);
    }

    /** The price is a share that is known in the end. */
    Obj pending(String layer, BigDecimal percent) {
        return facts(layer, null, BigDecimal.ZERO, List.of(), percent);
    }

    private Obj facts(
            String layer, @Nullable String id, BigDecimal amount, List<String> adjusted, @Nullable BigDecimal share) {
        return Obj.of(
                FACTS,
                new Text(layer),
                id == null ? Missing.MISSING : new Text(id),
                Num.of(amount),
                adjusted.isEmpty()
                        ? Missing.MISSING
                        : Arr.of(adjusted.stream().<Value>map(Text::new).toList()),
                share == null ? Missing.MISSING : Num.of(share),
                share == null ? Missing.MISSING : Bool.TRUE,
                services.isEmpty() ? Missing.MISSING : Arr.of(services));
    }
}
