package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Obj;
import java.util.List;
import java.util.Set;

/** An enricher that is known to touch nothing outside this process. */
record InProcessEnricher(Enricher enricher) implements Enricher {
    InProcessEnricher {
        requireNonNull(enricher, "enricher");
    }

    @Override
    public Enrichment enrich(EnrichmentRequest request) {
        return enricher.enrich(request);
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        return enricher.check(config);
    }

    @Override
    public Set<String> outputs() {
        return enricher.outputs();
    }
}
