package dev.sluice.internal.wiring;

import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.ZipEncryption;
import dev.sluice.flow.BatchDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a host has wired for files, by name.
 *
 * @param batches those of the host
 * @param encryption packs what has a password; null when none is wired
 * @param spool where files lie before they are sent
 * @param archive where copies of sent files are kept; null for none
 * @param archiveFor for how long
 */
public record FileWiring(
        List<BatchDefinition> batches,
        Map<String, RowFormat> formats,
        Map<String, Transport> transports,
        @Nullable ZipEncryption encryption,
        Path spool,
        @Nullable Path archive,
        Duration archiveFor) {
    public FileWiring {
        batches = List.copyOf(batches);
        formats = Map.copyOf(formats);
        transports = Map.copyOf(transports);
    }

    /** The format of a batch with its settings; null where it is not wired, or does not take them. */
    public @Nullable RowFormat format(BatchDefinition batch) {
        RowFormat wired = formats.get(batch.format());
        return wired == null || !wired.check(batch.formatConfig()).isEmpty() ? null : wired.with(batch.formatConfig());
    }
}
