package dev.sluice.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps files in memory as transports promise to: whole, and never another one under the same name. */
public final class Shelf implements Transport {
    public final Map<String, byte[]> files = new LinkedHashMap<>();
    public final Map<String, OutgoingFile> sent = new LinkedHashMap<>();
    public int puts;
    /** What happens before a file is taken: a result in its place, or an exception. */
    public Supplier<@Nullable TransportResult> before = () -> null;
    /** What happens after it is there. */
    public Runnable after = () -> {};

    @Override
    public TransportResult put(TransportRequest request) {
        puts++;
        TransportResult instead = before.get();
        if (instead != null) {
            return instead;
        }
        TransportResult result = kept(request.file());
        after.run();
        return result;
    }

    private TransportResult kept(OutgoingFile file) {
        byte[] bytes = bytes(file);
        byte[] there = files.get(file.name());
        if (there != null) {
            return java.util.Arrays.equals(there, bytes)
                    ? TransportResult.alreadyThere(file.name())
                    : TransportResult.refused("'" + file.name() + "' is there already with other content");
        }
        files.put(file.name(), bytes);
        sent.put(file.name(), file);
        return TransportResult.delivered(file.name());
    }

    private static byte[] bytes(OutgoingFile file) {
        try (InputStream in = file.content().open()) {
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public String text(String name) {
        return new String(files.getOrDefault(name, new byte[0]), UTF_8);
    }
}
