package dev.sluice.internal.pricing;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price that rules or the other side gave.
 *
 * @param id of the price that applied; null when it has none
 * @param adjusted the ids, or places, of the adjustments that applied
 */
public record Priced(BigDecimal amount, @Nullable String id, List<String> adjusted) {
    public Priced {
        adjusted = List.copyOf(adjusted);
    }
}
