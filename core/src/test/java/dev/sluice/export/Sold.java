package dev.sluice.export;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.StillTime;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.testkit.LineFormat;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.types.Lead;
import java.time.Duration;

/** Leads that were sold, or rejected when they are from Nevada. */
public final class Sold {
    public static final String START = "2026-03-15T12:00:00Z";

    public final StillTime time = new StillTime(START);
    final Store store;
    public final Sluice sluice;
    private final Flow flow;
    private int leads;

    public Sold() {
        this(MemoryStore.create());
    }

    public Sold(Store store) {
        this.store = store;
        int[] ids = {0};
        this.sluice = Sluice.builder()
                .store(store)
                .time(time)
                .ids(prefix -> prefix + String.format("%06d", ids[0]++))
                .delivery("stub", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .build();
        this.flow = sluice.open(FlowDefinition.builder("solar")
                .field("email", "email")
                .field("state", "state")
                .field("note", "string")
                .source("web")
                .acceptance(AcceptanceCriteria.of(allOf(field("lead.state").isIncludedIn("TX", "CA"))))
                .step(RecipientStep.to("premier", "stub")
                        .pricing(Pricing.fixed("25.00"))
                        .build())
                .build());
    }

    /** A lead a second. */
    public Sold leads(int count) {
        for (int i = 0; i < count; i++) {
            lead("lead" + leads + "@example.com", leads % 5 == 4 ? "Nevada" : "Texas");
        }
        return this;
    }

    public Sold lead(String email, String state) {
        flow.submit(Lead.from("web").with("email", email).with("state", state).with("note", "n" + leads++));
        time.pass(Duration.ofSeconds(1));
        return this;
    }

    Exports.Builder exports(Shelf shelf) {
        return Exports.over(sluice).format("lines", LineFormat.withHeader()).transport("files", shelf);
    }

    public static ExportRequest.Builder leads() {
        return ExportRequest.leads().format("lines");
    }

    public static ExportRequest.Builder events() {
        return ExportRequest.events().format("lines");
    }
}
