package dev.sluice.cli.stub;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.pricing.PriceQuote;
import java.util.List;

/** The stand-ins by the names under which flows may use them. */
public final class Stubs {
    private Stubs() {}

    /**
     * Wires {@code stub} and {@code log} as deliveries, {@code phone-intel} and {@code table} as look-ups, and a buyer
     * who takes everything, a look-up that knows nothing, and a pricing service that names no price, under each of
     * {@code names}.
     */
    public static Sluice.Builder wire(Sluice.Builder sluice, Time time, List<String> names) {
        for (String name : names) {
            sluice.delivery(name, DeliveryPlugin.inProcess(request -> DeliveryResult.success()));
            sluice.enricher(name, Enricher.inProcess(request -> Enrichment.failure("this look-up is a stand-in")));
            sluice.pricing(name, request -> PriceQuote.NONE);
        }
        return sluice.delivery("stub", DeliveryPlugin.inProcess(new StubBuyer(time)))
                .delivery("log", DeliveryPlugin.inProcess(new LogNotifier()))
                .enricher("phone-intel", Enricher.inProcess(new PhoneIntel()))
                .enricher("table", Enricher.inProcess(new TableLookup()));
    }
}
