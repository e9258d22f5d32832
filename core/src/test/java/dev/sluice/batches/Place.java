package dev.sluice.batches;

import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A place for files in memory, which can be told to fail. */
final class Place implements Transport {
    final Map<String, byte[]> files = new LinkedHashMap<>();
    final Deque<TransportResult> answers = new ArrayDeque<>();
    int puts;

    @Override
    public synchronized TransportResult put(TransportRequest request) {
        puts++;
        if (!answers.isEmpty()) {
            return answers.pop();
        }
        byte[] bytes = bytes(request);
        byte[] there = files.putIfAbsent(request.file().name(), bytes);
        if (there == null) {
            return TransportResult.delivered(request.file().name());
        }
        return Arrays.equals(there, bytes)
                ? TransportResult.alreadyThere(request.file().name())
                : TransportResult.refused("taken");
    }

    private static byte[] bytes(TransportRequest request) {
        try (InputStream in = request.file().content().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of all files. */
    List<String> rows() {
        return files.values().stream()
                .flatMap(bytes -> new String(bytes, StandardCharsets.UTF_8).lines())
                .toList();
    }
}
