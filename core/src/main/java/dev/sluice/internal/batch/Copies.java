package dev.sluice.internal.batch;

import dev.sluice.batches.Download;
import dev.sluice.delivery.RowFormat;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.internal.wiring.FileWiring;
import dev.sluice.json.BatchJson;
import dev.sluice.store.Doc;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Files that were sent, once more as they were: the copy in the archive, or made anew and compared by the digest. */
final class Copies {
    private final Ledger ledger;
    private final FileWiring wiring;
    private final Function<BatchDefinition, List<Column>> columns;
    private final Archive archive;

    Copies(Ledger ledger, FileWiring wiring, Function<BatchDefinition, List<Column>> columns, Archive archive) {
        this.ledger = ledger;
        this.wiring = wiring;
        this.columns = columns;
        this.archive = archive;
    }

    Download write(BatchKeys keys, long number, OutputStream out) throws IOException {
        Optional<Doc> sent = ledger.docs(List.of(keys.file(number))).stream().findFirst();
        if (sent.isEmpty()) {
            return Download.UNKNOWN;
        }
        Optional<Path> copy = archive.copy(keys, number);
        if (copy.isPresent()) {
            Files.copy(copy.get(), out);
            return Download.WRITTEN;
        }
        return made(keys, sent.get(), out);
    }

    private Download made(BatchKeys keys, Doc sent, OutputStream out) throws IOException {
        BatchDefinition batch = BatchJson.read(SentFiles.definition(sent));
        RowFormat format = wiring.format(batch);
        if (format == null) {
            return Download.GONE;
        }
        OpenFile file = SentFiles.file(sent);
        FileMaker maker = new FileMaker(ledger, keys, batch, format, columns.apply(batch), wiring.encryption());
        try (Spool spool = Spool.in(wiring.spool(), keys.account() + "-" + batch.id() + "-copy-" + file.number())) {
            Built built = maker.make(file, spool);
            boolean same =
                    built.sha256().equals(SentFiles.read(keys.batch(), sent).sha256());
            if (same) {
                Files.copy(spool.file(), out);
            }
            return same ? Download.WRITTEN : Download.GONE;
        }
    }
}
