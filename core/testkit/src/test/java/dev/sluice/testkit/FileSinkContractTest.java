package dev.sluice.testkit;

import dev.sluice.delivery.TransportResult;
import dev.sluice.export.Compression;
import dev.sluice.export.firehose.FileSink;
import dev.sluice.export.firehose.Sink;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Obj;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class FileSinkContractTest extends SinkContract {
    private final Map<String, String> files = new TreeMap<>();

    @Override
    protected Sink sink() {
        return FileSink.over(
                        request -> {
                            String name = request.file().name();
                            String text = text(request.file().content()::open);
                            String there = files.putIfAbsent(name, text);
                            return there == null || there.equals(text)
                                    ? TransportResult.delivered(name)
                                    : TransportResult.refused("another file is there");
                        },
                        Obj.EMPTY)
                .compression(Compression.NONE);
    }

    private interface Opens {
        InputStream open() throws IOException;
    }

    private static String text(Opens content) {
        try (InputStream in = content.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    protected List<String> held() {
        List<String> ids = new ArrayList<>();
        files.forEach((name, text) -> {
            if (name.endsWith(".ndjson")) {
                text.lines()
                        .forEach(line -> ids.add(ValueJson.read(line).part("id").text()));
            }
        });
        return ids;
    }
}
