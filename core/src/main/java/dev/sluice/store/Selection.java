package dev.sluice.store;

import static java.util.Objects.requireNonNull;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import java.time.Instant;
import java.util.Set;

/**
 * Which events are read, and how much of each. Immutable.
 *
 * @param account the owner
 * @param from the first moment, inclusive
 * @param to the moment behind the last one
 * @param types of these types; all when empty
 * @param flows of these flows; all when empty
 * @param sources of these sources; all when empty
 * @param depth how much of each event is needed
 * @param factsOf types whose facts are needed where only columns are
 */
public record Selection(
        String account,
        Instant from,
        Instant to,
        Set<EventType> types,
        Set<String> flows,
        Set<String> sources,
        Depth depth,
        Set<EventType> factsOf) {
    public Selection {
        requireNonNull(account, "account");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        types = Set.copyOf(types);
        flows = Set.copyOf(flows);
        sources = Set.copyOf(sources);
        requireNonNull(depth, "depth");
        factsOf = Set.copyOf(factsOf);
    }

    /** How much of an event is needed. */
    public enum Depth {
        /** What is searched: all but snapshot, detail, input, and facts of types that are not named. */
        COLUMNS,
        /** Everything. */
        WHOLE
    }

    /** The columns of all events of an account, of all time. */
    public static Selection of(String account) {
        return new Selection(account, Instant.MIN, Instant.MAX, Set.of(), Set.of(), Set.of(), Depth.COLUMNS, Set.of());
    }

    /** Those of these at {@code first} or later, and before {@code end}. */
    public Selection between(Instant first, Instant end) {
        return new Selection(account, first, end, types, flows, sources, depth, factsOf);
    }

    /** Those of these that have one of these types. */
    public Selection ofTypes(Set<EventType> wanted) {
        return new Selection(account, from, to, wanted, flows, sources, depth, factsOf);
    }

    /** Those of these of one of the flows and from one of the sources, each all when empty. */
    public Selection from(Set<String> someFlows, Set<String> someSources) {
        return new Selection(account, from, to, types, someFlows, someSources, depth, factsOf);
    }

    /** These with the facts of some types. */
    public Selection withFactsOf(Set<EventType> wanted) {
        return new Selection(account, from, to, types, flows, sources, depth, wanted);
    }

    /** These with everything. */
    public Selection whole() {
        return new Selection(account, from, to, types, flows, sources, Depth.WHOLE, factsOf);
    }

    /** Whether the event is among them. */
    public boolean has(Event event) {
        return event.stream().account().equals(account)
                && !event.at().isBefore(from)
                && event.at().isBefore(to)
                && isAmong(types, event.type())
                && isAmong(flows, event.context().flow())
                && isAmong(sources, event.context().source());
    }

    private static <T> boolean isAmong(Set<T> wanted, T one) {
        return wanted.isEmpty() || wanted.contains(one);
    }
}
