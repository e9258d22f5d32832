package dev.sluice.delivery;

import dev.sluice.types.Obj;
import java.util.List;
import java.util.Set;

/**
 * Looks something up about a lead. A host wires it by name ({@code .enricher("phone-intel", enricher)}), enhancement
 * steps name it.
 *
 * <p>Threads: called on the thread that submits the lead, or on the host's executor; one enricher serves many leads at
 * once. It may block until {@link EnrichmentRequest#deadline()}.
 *
 * <p>Repeats: a look-up may be made again after a crash, unless {@link #effect()} says that this does harm.
 *
 * <p>Faults: answer with {@link Enrichment#failure} or {@link Enrichment#error}. An exception or null is recorded with
 * its class as an error. A lead always goes on without the data.
 *
 * <p>Recorded: outcome, reason, appended data, cost, duration and whether a cache answered.
 */
@FunctionalInterface
public interface Enricher {

    /** Looks one lead up; never null. */
    Enrichment enrich(EnrichmentRequest request);

    /** What a look-up does to the world; {@link Effect#REPEATABLE} by default. */
    default Effect effect() {
        return Effect.REPEATABLE;
    }

    /** Checks settings when a flow opens; none is wrong by default. */
    default List<ConfigProblem> check(Obj config) {
        return List.of();
    }

    /** The names that answers may append, for checks and speed; empty means any. */
    default Set<String> outputs() {
        return Set.of();
    }

    /** {@code enricher} as one that touches nothing outside this process: tables, computations. Previews call it. */
    static Enricher inProcess(Enricher enricher) {
        return new InProcessEnricher(enricher);
    }
}
