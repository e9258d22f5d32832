package dev.sluice.delivery;

import static java.util.Objects.requireNonNull;

import dev.sluice.types.Obj;

/**
 * One file on its way to one place.
 *
 * @param file what goes
 * @param config the transport's settings as written
 * @param tokens what {@code {date}} and the like stand for, for folders and texts of the settings
 * @param key the same over all tries and after a crash; pass it on where the other side can tell by it
 * @param deadline until when the try may take
 */
public record TransportRequest(OutgoingFile file, Obj config, FileTokens tokens, String key, Deadline deadline) {
    public TransportRequest {
        requireNonNull(file, "file");
        requireNonNull(config, "config");
        requireNonNull(tokens, "tokens");
        requireNonNull(key, "key");
        requireNonNull(deadline, "deadline");
    }
}
