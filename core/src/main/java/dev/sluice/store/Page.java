package dev.sluice.store;

import java.util.List;

/**
 * Some events and where to go on. A page may be short although more follow; {@code events} is empty only at the end.
 *
 * @param events in reading order
 * @param next where the next page begins; the given cursor itself at the end of the log
 */
public record Page<E>(List<E> events, Cursor next) {
    public Page {
        events = List.copyOf(events);
    }
}
