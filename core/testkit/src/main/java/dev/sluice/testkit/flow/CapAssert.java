package dev.sluice.testkit.flow;

import dev.sluice.caps.CapStatus;
import java.math.BigDecimal;
import org.assertj.core.api.AbstractAssert;

/** Assertions about how far a cap is. */
public final class CapAssert extends AbstractAssert<CapAssert, CapStatus> {
    CapAssert(CapStatus cap) {
        super(cap, CapAssert.class);
    }

    /** So many leads, or so much money, count in its present window. */
    public CapAssert hasCounted(String amount) {
        isNotNull();
        if (actual.count().compareTo(new BigDecimal(amount)) != 0) {
            throw failure("Expected cap <%s> to have counted <%s>, but it stands at %s", actual.id(), amount, stand());
        }
        return this;
    }

    /** Nothing more passes now. */
    public CapAssert isReached() {
        isNotNull();
        if (!actual.isReached()) {
            throw failure("Expected cap <%s> to be reached, but it stands at %s", actual.id(), stand());
        }
        return this;
    }

    /** Something still passes. */
    public CapAssert hasRoom() {
        isNotNull();
        if (actual.isReached()) {
            throw failure("Expected cap <%s> to have room, but it stands at %s", actual.id(), stand());
        }
        return this;
    }

    private String stand() {
        return actual.count().toPlainString() + "/" + actual.maximum().toPlainString();
    }
}
