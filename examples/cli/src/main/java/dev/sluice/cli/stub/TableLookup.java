package dev.sluice.cli.stub;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import java.util.List;

/**
 * A look-up in a table that stands in the flow itself: {@code {"rows": {"TX": {"region": "south"}}, "otherwise": {...},
 * "cost": 0.01}}. The mapped value {@code key} chooses the row; without one, and without {@code otherwise}, it fails.
 */
final class TableLookup implements Enricher {

    @Override
    public Enrichment enrich(EnrichmentRequest request) {
        Obj config = request.config();
        String key = request.get("key").text();
        if (config.get("rows").part(key) instanceof Obj row) {
            return priced(config, Enrichment.of(row));
        }
        return config.get("otherwise") instanceof Obj otherwise
                ? priced(config, Enrichment.of(otherwise))
                : Enrichment.failure("Not in the table");
    }

    private static Enrichment priced(Obj config, Enrichment found) {
        return config.get("cost") instanceof Num cost ? found.cost(cost.value()) : found;
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        return config.get("rows") instanceof Obj
                ? List.of()
                : List.of(new ConfigProblem("/rows", "missing_key", "the table needs rows: an object of objects"));
    }
}
