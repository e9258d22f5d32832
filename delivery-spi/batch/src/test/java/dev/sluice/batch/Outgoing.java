package dev.sluice.batch;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.FileTokens;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.transport.Digests;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;

/** Files for transports under test. */
final class Outgoing {
    static final FileTokens TOKENS =
            FileTokens.of(ZonedDateTime.parse("2026-03-09T02:05:07-05:00[America/Chicago]"), "nightly", "batch_7", 42);

    private Outgoing() {}

    static OutgoingFile file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static OutgoingFile file(String name, byte[] bytes) {
        return new OutgoingFile(name, "text/csv", bytes.length, digest(bytes), () -> new ByteArrayInputStream(bytes));
    }

    private static String digest(byte[] bytes) {
        try {
            return Digests.sha256(new ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static TransportRequest request(OutgoingFile file, Map<String, ?> config) {
        return new TransportRequest(
                file, (Obj) Value.of(config), TOKENS, "batch_7", Deadline.in(Duration.ofSeconds(20), System::nanoTime));
    }
}
