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
 * @param depth how much of each event is needed
 * @param factsOf types whose facts are needed where only columns are
 */
public record Selection(
        String account, Instant from, Instant to, Set<EventType> types, Depth depth, Set<EventType> factsOf) {
    public Selection {
        requireNonNull(account, "account");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        types = Set.copyOf(types);
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
        return new Selection(account, Instant.MIN, Instant.MAX, Set.of(), Depth.COLUMNS, Set.of());
    }

    /** Those of these at {@code first} or later, and before {@code end}. */
    public Selection between(Instant first, Instant end) {
        return new Selection(account, first, end, types, depth, factsOf);
    }

    /** Those of these that have one of these types. */
    public Selection ofTypes(Set<EventType> wanted) {
        return new Selection(account, from, to, wanted, depth, factsOf);
    }

    /** These with the facts of some types. */
    public Selection withFactsOf(Set<EventType> wanted) {
        return new Selection(account, from, to, types, depth, wanted);
    }

    /** These with everything. */
    public Selection whole() {
        return new Selection(account, from, to, types, Depth.WHOLE, factsOf);
    }

    /** Whether the event is among them. */
    public boolean has(Event event) {
        return event.stream().account().equals(account)
                && !event.at().isBefore(from)
                && event.at().isBefore(to)
                && (types.isEmpty() || types.contains(event.type()));
    }
}
