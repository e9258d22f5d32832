package dev.sluice.store;

import java.util.Map;

/**
 * An event in the form in which it is kept: what is searched as columns, the rest as three parts that can be emptied one
 * by one. Bytes are not copied; treat them as immutable.
 *
 * @param stream the line it belongs to
 * @param seq its number there, from 1 without gaps
 * @param columns {@code type at v flow rev source test step entity generation attempt outcome reason cost revenue
 *     duration_ms} as text: times in milliseconds since 1970, money in millionths; absent ones and zeros are left out
 * @param clear the difference to the event before in JSON, without sealed values
 * @param sealed personal values, encrypted; empty while nothing is sealed
 * @param detail requests, responses and faults in JSON
 * @param hash over the hash before it, the columns and the digests of the parts
 */
public record StoredEvent(
        StreamId stream,
        long seq,
        Map<String, String> columns,
        byte[] clear,
        byte[] sealed,
        byte[] detail,
        byte[] hash) {
    public StoredEvent {
        columns = Map.copyOf(columns);
    }
}
