package dev.sluice.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes turns: smooth weighted rotation over whoever is there. With equal weights it is a round robin.
 *
 * <p>Each candidate stands at a position on a line; the one whose next turn comes first is first, and its following turn
 * is 1/weight further on. Turns lie in the middle of their stretch, so that a heavy candidate's turns are spread among
 * the others'. Equal turns go by the order of the list.
 *
 * <p>Guarantee: of two candidates that are both there all the while, with {@code a} and {@code b} turns,
 * {@code |a/weightA - b/weightB| <= 1/(2 weightA) + 1/(2 weightB)}, whoever else comes and goes. Over {@code n} turns of
 * a fixed list of {@code m} candidates nobody is further than {@code 1/2 + m/2 * share} turns from {@code n * share}. Who
 * was away neither lost turns to a neighbour nor has saved any up. Weights are honoured to one part in a billion.
 */
public final class Rotation {
    /** The stretch of a candidate of weight 1. */
    private static final long STRETCH = 1_000_000_000L;

    private Rotation() {}

    /**
     * What a rotation remembers.
     *
     * @param now where the last turn was
     * @param positions where each candidate stands; one that is left out has had no turn
     */
    public record State(long now, Map<String, Long> positions) {
        /** Of a rotation that nobody has had a turn of. */
        public static final State START = new State(0, Map.of());

        public State {
            positions = Map.copyOf(positions);
        }
    }

    /**
     * The outcome of one lead.
     *
     * @param order all candidates, who has the turn first, then those whose turns would come next
     * @param now the state's new {@code now}
     * @param positions where those who had a turn now stand
     */
    public record Turn(List<Candidate> order, long now, Map<String, Long> positions) {
        public Turn {
            order = List.copyOf(order);
            positions = Map.copyOf(positions);
        }
    }

    /**
     * Whose turn it is. A turn counts for the first {@code places} in the order, whoever takes the lead in the end.
     *
     * @param candidates at least one
     * @param places how many may have the lead, at least 1; the guarantee on weights is given for one
     * @throws IllegalArgumentException if there are no candidates or no places
     */
    public static Turn next(List<Candidate> candidates, State state, int places) {
        if (candidates.isEmpty() || places < 1) {
            throw new IllegalArgumentException("a rotation needs at least one candidate and one place");
        }
        List<Place> line = new ArrayList<>(candidates.size());
        candidates.forEach(candidate -> line.add(Place.of(candidate, state)));
        line.sort(Comparator.comparingLong(Place::turn));
        Map<String, Long> positions = new HashMap<>();
        line.stream()
                .limit(places)
                .forEach(place -> positions.put(place.candidate().id(), place.after()));
        return new Turn(
                line.stream().map(Place::candidate).toList(), line.get(0).turn(), positions);
    }

    /** Where a candidate's next turn is. */
    private record Place(Candidate candidate, long turn) {
        static Place of(Candidate candidate, State state) {
            long stands = state.positions().getOrDefault(candidate.id(), 0L);
            return new Place(candidate, Math.max(stands + half(candidate), state.now()));
        }

        long after() {
            return turn + half(candidate);
        }

        private static long half(Candidate candidate) {
            return STRETCH / candidate.weight() / 2;
        }
    }
}
