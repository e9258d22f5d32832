package dev.sluice.testkit;

import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A place for files in memory. */
final class FilePlace implements Transport {
    private final Map<String, String> files = new TreeMap<>();
    private final List<String> copies = new ArrayList<>();
    private final boolean looks;

    /** @param looks false: it does not see what is there, and brings it again */
    FilePlace(boolean looks) {
        this.looks = looks;
    }

    @Override
    public TransportResult put(TransportRequest request) {
        String name = request.file().name();
        String text = text(request);
        String there = files.putIfAbsent(name, text);
        if (there == null) {
            return TransportResult.delivered(name);
        }
        if (!looks) {
            copies.add(text);
            return TransportResult.delivered(name);
        }
        return there.equals(text) ? TransportResult.alreadyThere(name) : TransportResult.refused("taken");
    }

    private static String text(TransportRequest request) {
        try (InputStream in = request.file().content().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of all files. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Collection<String> texts : List.of(files.values(), copies)) {
            texts.forEach(text -> text.lines().forEach(lines::add));
        }
        return lines;
    }
}
