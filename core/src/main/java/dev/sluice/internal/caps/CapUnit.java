package dev.sluice.internal.caps;

import dev.sluice.flow.Cap;
import dev.sluice.types.Num;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What counters of caps are counted in. */
enum CapUnit {
    /** Leads and deliveries, one by one. */
    PIECES {
        @Override
        long count(BigDecimal money) {
            return 1;
        }

        @Override
        long limit(BigDecimal maximum) {
            return maximum.longValueExact();
        }

        @Override
        BigDecimal shown(long count) {
            return BigDecimal.valueOf(count);
        }

        @Override
        Num number(long count) {
            return Num.of(count);
        }
    },
    /** Money in millionths; finer amounts count as the next millionth. */
    MONEY {
        @Override
        long count(BigDecimal money) {
            return money.movePointRight(SCALE).setScale(0, RoundingMode.CEILING).longValueExact();
        }

        @Override
        long limit(BigDecimal maximum) {
            return maximum.movePointRight(SCALE).longValueExact();
        }

        @Override
        BigDecimal shown(long count) {
            BigDecimal shortest = BigDecimal.valueOf(count, SCALE).stripTrailingZeros();
            return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
        }

        @Override
        Num number(long count) {
            return Num.of(shown(count));
        }
    };

    private static final int SCALE = 6;

    static CapUnit of(Cap.Type type) {
        return type == Cap.Type.VOLUME ? PIECES : MONEY;
    }

    /** By how much a lead or delivery with this price or revenue brings a counter on. */
    abstract long count(BigDecimal money);

    abstract long limit(BigDecimal maximum);

    /** The count for people. */
    abstract BigDecimal shown(long count);

    /** The same for events. */
    abstract Num number(long count);
}
