package dev.sluice.internal.batch;

import dev.sluice.batches.SentFile;
import dev.sluice.internal.batch.Progress.Begun;
import dev.sluice.json.BatchJson;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Doc;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.time.Instant;

/** Files that were sent, as the store keeps them: references, digest, and the settings of that time. */
final class SentFiles {
    private SentFiles() {}

    static Doc doc(BatchKeys keys, Begun begun, String place, boolean archived, Instant now) {
        Obj body = begun.file()
                .tree()
                .with("place", Value.text(place))
                .with("sentAt", BatchState.millis(now))
                .with("archived", Value.bool(archived))
                .with("definition", Value.text(BatchJson.write(begun.batch())));
        return new Doc(keys.file(begun.file().number()), 1, ValueJson.write(body));
    }

    static SentFile read(String batch, Doc doc) {
        Obj obj = (Obj) ValueJson.read(doc.body());
        OpenFile file = OpenFile.read(obj);
        Built built = Built.read((Obj) obj.get("built"));
        return new SentFile(
                batch,
                file.number(),
                built.name(),
                built.sha256(),
                built.size(),
                built.rows(),
                file.from(),
                file.to(),
                Instant.ofEpochMilli(Row.number(obj.get("sentAt"))),
                obj.get("place").text(),
                file.repeats(),
                obj.get("archived") == Value.bool(true));
    }

    /** The same file, of which no copy is kept any more. */
    static Doc withoutCopy(Doc doc) {
        Obj obj = (Obj) ValueJson.read(doc.body());
        return new Doc(doc.key(), doc.version() + 1, ValueJson.write(obj.with("archived", Value.bool(false))));
    }

    static OpenFile file(Doc doc) {
        return OpenFile.read((Obj) ValueJson.read(doc.body()));
    }

    static String definition(Doc doc) {
        return ((Obj) ValueJson.read(doc.body())).get("definition").text();
    }
}
