package dev.sluice.caps;

import static java.util.Objects.requireNonNull;

import dev.sluice.flow.Cap;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one cap is in its present window. Leads as whole numbers, money in currency.
 *
 * @param id the cap's
 * @param name for people; the id when it has none
 * @param key under which it counts: {@code flow/solar/day}; says where it stands
 * @param type what it sums up
 * @param committed what counts for good
 * @param reserved what leads on their way have taken
 * @param maximum the limit
 * @param refused how many leads or deliveries it has refused
 * @param startedAt when the window began; null for all time
 * @param expiresAt when the first of what counts stops to count; null for never
 */
public record CapStatus(
        String id,
        String name,
        String key,
        Cap.Type type,
        BigDecimal committed,
        BigDecimal reserved,
        BigDecimal maximum,
        long refused,
        @Nullable Instant startedAt,
        @Nullable Instant expiresAt) {
    public CapStatus {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(key, "key");
        requireNonNull(type, "type");
        requireNonNull(committed, "committed");
        requireNonNull(reserved, "reserved");
        requireNonNull(maximum, "maximum");
    }

    /** What the limit is compared with. */
    public BigDecimal count() {
        return committed.add(reserved);
    }

    /** Whether nothing more passes now. */
    public boolean isReached() {
        return count().compareTo(maximum) >= 0;
    }

    @Override
    public String toString() {
        return key + ": " + count().toPlainString() + "/" + maximum.toPlainString();
    }
}
