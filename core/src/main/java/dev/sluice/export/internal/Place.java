package dev.sluice.export.internal;

import static java.util.Objects.requireNonNull;

import dev.sluice.store.Cursor;

/**
 * Where an export goes on: so many events of the query behind a cursor.
 *
 * @param cursor where the log is read from
 * @param passed how many of the events found there were dealt with already
 * @param end whether there are no more
 */
public record Place(Cursor cursor, long passed, boolean end) {
    public static final Place START = new Place(Cursor.START, 0, false);

    public Place {
        requireNonNull(cursor, "cursor");
    }
}
