package dev.sluice.internal.step;

import dev.sluice.delivery.Outcome;
import dev.sluice.internal.Calls;
import dev.sluice.internal.Offer;

/** An offer as one of several calls. */
record DeliveryErrand(Offer offer) implements Errand {
    @Override
    public boolean prepare() {
        return offer.reserve();
    }

    @Override
    public boolean isExternal() {
        return offer.isExternal();
    }

    @Override
    public Calls.Call<Runnable> call() {
        return offer.call().map(answer -> () -> offer.answered(answer));
    }

    @Override
    public Outcome finish() {
        return offer.finish().outcome();
    }
}
