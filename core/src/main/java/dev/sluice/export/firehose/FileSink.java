package dev.sluice.export.firehose;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.FileTokens;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import dev.sluice.export.Compression;
import dev.sluice.export.internal.Sent;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Batches as files that any transport brings: into a folder, to a server, over HTTP. Each file comes whole or not at all, and
 * a batch that comes again has the same names and the same bytes, so that nothing is there twice. Immutable and safe on any
 * thread; a batch is in memory while it is on its way.
 */
public final class FileSink implements Sink {
    private static final String PATH = "path";
    private static final String TEST = "sluice-events-test.txt";

    private final Transport transport;
    private final Obj config;
    private final EventContent content;
    private final FileLayout layout;
    private final Compression compression;

    private FileSink(
            Transport transport, Obj config, EventContent content, FileLayout layout, Compression compression) {
        this.transport = requireNonNull(transport, "transport");
        this.config = requireNonNull(config, "config");
        this.content = requireNonNull(content, "content");
        this.layout = requireNonNull(layout, "layout");
        this.compression = requireNonNull(compression, "compression");
    }

    /**
     * A file for each batch, JSON lines, packed by GZIP.
     *
     * @param config the transport's settings; layouts with folders of their own put them behind its {@code path}
     */
    public static FileSink over(Transport transport, Obj config) {
        return new FileSink(
                transport, config, EventContent.lines(Envelope.EVENT), FileLayout.BATCHES, Compression.GZIP);
    }

    /** The same with other content. */
    public FileSink content(EventContent other) {
        return new FileSink(transport, config, other, layout, compression);
    }

    /** The same with other files. */
    public FileSink layout(FileLayout other) {
        return new FileSink(transport, config, content, other, compression);
    }

    /** The same packed in another way. */
    public FileSink compression(Compression other) {
        return new FileSink(transport, config, content, layout, other);
    }

    @Override
    public SinkResult take(SinkBatch batch) {
        for (FileLayout.Part part : layout.parts(batch)) {
            if (batch.deadline().passed()) {
                return SinkResult.failed("the time was over before all files were there");
            }
            TransportResult result = put(batch, part);
            if (result instanceof TransportResult.Failed failed) {
                return failed.retryable() ? SinkResult.failed(failed.reason()) : SinkResult.refused(failed.reason());
            }
        }
        return SinkResult.taken();
    }

    /** Leaves a small file, {@code sluice-events-test.txt}. */
    @Override
    public SinkResult verify(Deadline deadline) {
        byte[] text = "events will stand here\n".getBytes(StandardCharsets.UTF_8);
        Sent sent = new Sent(OutputStream.nullOutputStream());
        try {
            sent.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        OutgoingFile file = new OutgoingFile(
                TEST,
                "text/plain; charset=utf-8",
                text.length,
                sent.sha256Text(),
                () -> new ByteArrayInputStream(text));
        FileTokens tokens = FileTokens.of(Instant.EPOCH.atZone(ZoneOffset.UTC), "test", "test", 0);
        TransportResult result = transport.put(new TransportRequest(file, config, tokens, TEST, deadline));
        return result instanceof TransportResult.Failed failed
                ? SinkResult.failed(failed.reason())
                : SinkResult.taken();
    }

    private TransportResult put(SinkBatch batch, FileLayout.Part part) {
        String name = part.name() + "." + content.extension();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Sent sent = new Sent(bytes);
        try (OutputStream packed = compression.over(sent, name)) {
            content.write(batch, part.events(), packed);
        } catch (IOException fault) {
            return TransportResult.failed(
                    "the events cannot be written: " + fault.getClass().getName());
        }
        byte[] file = bytes.toByteArray();
        OutgoingFile outgoing = new OutgoingFile(
                compression.named(name),
                compression.mediaType(content.mediaType()),
                file.length,
                sent.sha256Text(),
                () -> new ByteArrayInputStream(file));
        return transport.put(new TransportRequest(
                outgoing,
                placed(part),
                FileTokens.of(
                        batch.at().atZone(ZoneOffset.UTC),
                        batch.stream(),
                        batch.id(),
                        part.events().size()),
                batch.id() + "/" + part.folder() + "/" + part.name(),
                batch.deadline()));
    }

    private Obj placed(FileLayout.Part part) {
        if (part.folder().isEmpty()) {
            return config;
        }
        String path = config.get(PATH).text();
        return config.with(PATH, Value.text(path.isEmpty() ? part.folder() : path + "/" + part.folder()));
    }
}
