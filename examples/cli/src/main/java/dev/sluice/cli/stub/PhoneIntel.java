package dev.sluice.cli.stub;

import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.Set;

/** A look-up of telephone numbers that makes its answers up, the same ones for the same {@code phone}. */
final class PhoneIntel implements Enricher {
    private static final Shape ANSWER = Shape.of("line_type", "carrier");
    private static final String[] CARRIERS = {"Northline", "Blue Mesa Mobile", "Harbor Telecom"};
    private static final BigDecimal COST = new BigDecimal("0.02");

    @Override
    public Enrichment enrich(EnrichmentRequest request) {
        Value phone = request.get("phone");
        if (phone.isBlank() || (phone instanceof Typed typed && !typed.valid())) {
            return Enrichment.failure("No valid number");
        }
        Draw draw = Draw.of("phone-intel", phone.text());
        Text carrier = new Text(CARRIERS[draw.below(CARRIERS.length)]);
        return Enrichment.of(Obj.of(ANSWER, new Text(lineType(draw)), carrier)).cost(COST);
    }

    private static String lineType(Draw draw) {
        return draw.percent(72) ? "mobile" : draw.percent(94) ? "landline" : "voip";
    }

    @Override
    public Set<String> outputs() {
        return Set.copyOf(ANSWER.names());
    }
}
