package dev.sluice.internal.batch;

import dev.sluice.delivery.FileName;
import dev.sluice.delivery.FilePattern;
import dev.sluice.delivery.FileTokens;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.delivery.ZipEncryption;
import dev.sluice.event.Event;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.flow.MappingDefinition;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the file of rows: each from the snapshot that its event keeps. It holds no more than a page of references and one
 * lead at a time. Immutable.
 */
final class FileMaker {
    private static final int PAGE = 256;

    private final Ledger ledger;
    private final BatchKeys keys;
    private final BatchDefinition batch;
    private final RowFormat format;
    private final List<Column> columns;
    private final @Nullable ZipEncryption encryption;
    private final Shape shape;

    FileMaker(
            Ledger ledger,
            BatchKeys keys,
            BatchDefinition batch,
            RowFormat format,
            List<Column> columns,
            @Nullable ZipEncryption encryption) {
        this.ledger = ledger;
        this.keys = keys;
        this.batch = batch;
        this.format = format;
        this.columns = List.copyOf(columns);
        this.encryption = encryption;
        this.shape = Shape.of(
                batch.fields().stream().map(MappingDefinition::property).toList());
    }

    FileTokens tokens(OpenFile file, long rows) {
        return FileTokens.of(
                file.at().atZone(batch.schedule().zone()), batch.id(), batch.id() + "-" + file.named(), rows);
    }

    String mediaType() {
        return switch (batch.compression()) {
            case NONE -> format.mediaType();
            case GZIP -> "application/gzip";
            case ZIP -> "application/zip";
        };
    }

    /** Makes {@code file} in {@code spool}. */
    Built make(OpenFile file, Spool spool) throws IOException {
        return make(file, spool, () -> true).orElseThrow();
    }

    /**
     * Makes {@code file} in {@code spool}; empty when it has come into other hands meanwhile.
     *
     * @param ours asked before each row
     */
    Optional<Built> make(OpenFile file, Spool spool, BooleanSupplier ours) throws IOException {
        Filling filling = new Filling(ours);
        try (OutputStream packed = packed(file, spool)) {
            filling.fill(file, packed);
        }
        return filling.isOurs ? Optional.of(built(file, filling, spool)) : Optional.empty();
    }

    private Built built(OpenFile file, Filling filling, Spool spool) throws IOException {
        return new Built(
                name(file, filling.rows),
                spool.digest(),
                spool.size(),
                filling.rows,
                filling.lost,
                filling.marked,
                filling.last,
                filling.last < file.to());
    }

    private OutputStream packed(OpenFile file, Spool spool) throws IOException {
        String password = batch.password();
        return password == null || encryption == null
                ? spool.open(batch.compression(), inner(file))
                : encryption.over(spool.open(), inner(file), password);
    }

    /** The number of rows is not known before the file is packed, so the name inside has that which was planned. */
    private String inner(OpenFile file) {
        return parted(plain(file, file.to() - file.from() + 1), file.part());
    }

    private String name(OpenFile file, long rows) {
        String name = parted(plain(file, rows), file.part());
        return switch (batch.compression()) {
            case NONE -> name;
            case GZIP -> FileName.safe(name + ".gz");
            case ZIP -> FileName.safe(name + ".zip");
        };
    }

    private String plain(OpenFile file, long rows) {
        String pattern = batch.fileName() == null ? "{batch}_{date}_{time}." + format.extension() : batch.fileName();
        return FileName.safe(FilePattern.of(pattern).fill(tokens(file, rows)));
    }

    private static String parted(String name, long part) {
        if (part == 1) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        return FileName.safe(name.substring(0, end) + "_part" + part + name.substring(end));
    }

    /** One file while it is written. */
    private final class Filling {
        private final BooleanSupplier ours;
        private boolean isOurs = true;
        private long rows;
        private long lost;
        private long marked;
        private long last;

        Filling(BooleanSupplier ours) {
            this.ours = ours;
        }

        void fill(OpenFile file, OutputStream packed) throws IOException {
            Spool.Counted out = new Spool.Counted(packed);
            RowWriter writer = format.open(shape, out);
            last = file.from() - 1;
            while (isOurs && last < file.to() && !isFull(file, out)) {
                page(file, writer, out);
            }
            writer.end();
            marked = writer.marked();
        }

        private void page(OpenFile file, RowWriter writer, Spool.Counted out) throws IOException {
            long end = Math.min(file.to(), last + PAGE);
            for (Row row : ledger.rows(keys, last + 1, end)) {
                if (isFull(file, out)) {
                    return;
                }
                isOurs = ours.getAsBoolean();
                if (!isOurs) {
                    return;
                }
                row(row, writer);
                last++;
            }
            if (!isFull(file, out)) {
                lost += end - last;
                last = end;
            }
        }

        /** A file that was sent before was cut then. */
        private boolean isFull(OpenFile file, Spool.Counted out) {
            return !file.isAgain() && batch.maxBytes() > 0 && rows > 0 && out.count() >= batch.maxBytes();
        }

        private void row(Row row, RowWriter writer) throws IOException {
            List<Event> events = ledger.events(row.lead());
            if (Gone.is(row, events)) {
                lost++;
                return;
            }
            Event event = events.get((int) row.seq() - 1);
            At at = new At(event.at(), batch.schedule().zone());
            writer.row(Obj.of(
                    shape,
                    columns.stream()
                            .map(column -> column.value(event.snapshot(), at))
                            .toArray(Value[]::new)));
            rows++;
        }
    }
}
