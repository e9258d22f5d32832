package dev.sluice.internal.batch;

import dev.sluice.json.ValueJson;
import dev.sluice.store.Doc;
import dev.sluice.types.Arr;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch is. Immutable.
 *
 * @param version counted up with each change
 * @param next the first row that is in no sent file
 * @param weighed of how many bytes the rows before it were
 * @param since when the last file was made, or a time passed without one
 * @param files how many files were begun
 * @param paused whether it only collects
 * @param asked whether somebody wants a file now
 * @param part the part that the next file is, from 1; above 1 when the file before was cut for its size
 * @param cutAt the moment of the file that was cut; null when none was
 * @param notBefore before when no file is made, after failures; null for no limit
 * @param file the one on its way; null when there is none
 * @param again files that are wanted again, in the order of the wishes
 */
record BatchState(
        long version,
        long next,
        long weighed,
        Instant since,
        long files,
        boolean paused,
        boolean asked,
        long part,
        @Nullable Instant cutAt,
        @Nullable Instant notBefore,
        @Nullable OpenFile file,
        List<Again> again) {
    private static final int MOST_AGAIN = 1_000;

    private static final Shape SHAPE = Shape.of(
            "next", "weighed", "since", "files", "paused", "asked", "part", "cutAt", "notBefore", "file", "again");

    BatchState {
        again = List.copyOf(again);
    }

    static BatchState first(Instant now) {
        return new BatchState(0, 1, 0, now, 0, false, false, 1, null, null, null, List.of());
    }

    static BatchState of(Optional<Doc> doc, Instant now) {
        return doc.map(BatchState::read).orElseGet(() -> first(now));
    }

    private static BatchState read(Doc doc) {
        Obj obj = (Obj) ValueJson.read(doc.body());
        return new BatchState(
                doc.version(),
                Row.number(obj.get("next")),
                Row.number(obj.get("weighed")),
                Instant.ofEpochMilli(Row.number(obj.get("since"))),
                Row.number(obj.get("files")),
                obj.get("paused") == Value.bool(true),
                obj.get("asked") == Value.bool(true),
                Row.number(obj.get("part")),
                moment(obj.get("cutAt")),
                moment(obj.get("notBefore")),
                obj.get("file") instanceof Obj file ? OpenFile.read(file) : null,
                wishes(obj.get("again")));
    }

    private static List<Again> wishes(Value value) {
        List<Again> wishes = new ArrayList<>();
        if (value instanceof Arr list) {
            for (int i = 0; i < list.size(); i++) {
                wishes.add(Again.read(list.at(i)));
            }
        }
        return wishes;
    }

    static @Nullable Instant moment(Value value) {
        return value.isBlank() ? null : Instant.ofEpochMilli(Row.number(value));
    }

    static Value millis(@Nullable Instant moment) {
        return moment == null ? Missing.MISSING : Value.number(moment.toEpochMilli());
    }

    Doc doc(BatchKeys keys) {
        Obj body = Obj.of(
                SHAPE,
                Value.number(next),
                Value.number(weighed),
                millis(since),
                Value.number(files),
                Value.bool(paused),
                Value.bool(asked),
                Value.number(part),
                millis(cutAt),
                millis(notBefore),
                file == null ? Missing.MISSING : file.tree(),
                Value.list(again.stream().map(Again::tree).toList()));
        return new Doc(keys.state(), version + 1, ValueJson.write(body));
    }

    /** How many of {@code count} rows wait; those of a file on its way do. */
    long pending(long count) {
        return count - next + 1;
    }

    /** Of how many bytes the rows are that wait, when all that ever came are of {@code weight}. */
    long pendingBytes(long weight) {
        return weight - weighed;
    }

    BatchState with(@Nullable OpenFile other) {
        return new BatchState(
                version, next, weighed, since, files, paused, asked, part, cutAt, notBefore, other, again);
    }

    /** With a file begun, which has number {@code files + 1}. */
    BatchState begun(OpenFile begun) {
        return new BatchState(version, next, weighed, since, files + 1, paused, false, part, cutAt, null, begun, again);
    }

    /** With a file begun that was sent before: what waits goes on waiting. */
    BatchState begunAgain(OpenFile begun) {
        return new BatchState(
                version,
                next,
                weighed,
                since,
                files + 1,
                paused,
                asked,
                part,
                cutAt,
                notBefore,
                begun,
                again.subList(1, again.size()));
    }

    /** With a file wanted again; this one when it is already, or too many are. */
    BatchState wantedAgain(Again wish) {
        if (again.contains(wish) || again.size() >= MOST_AGAIN) {
            return this;
        }
        List<Again> more = new ArrayList<>(again);
        more.add(wish);
        return new BatchState(version, next, weighed, since, files, paused, asked, part, cutAt, notBefore, file, more);
    }

    /** With its file sent; {@code cut} when rows that were meant for it are left. */
    BatchState sent(OpenFile sent, boolean cut) {
        long following = cut ? sent.part() + 1 : 1;
        return new BatchState(
                version,
                sent.to() + 1,
                cut ? weighed : sent.weight(),
                sent.at(),
                files,
                paused,
                cut,
                following,
                cut ? sent.at() : null,
                null,
                null,
                again);
    }

    /** With the rows of its file waiting again. */
    BatchState released(Instant until) {
        return new BatchState(version, next, weighed, since, files, paused, false, 1, null, until, null, again);
    }

    /** With a time gone by without a file. */
    BatchState passed(Instant when) {
        return new BatchState(version, next, weighed, when, files, paused, asked, part, cutAt, notBefore, file, again);
    }

    BatchState paused(boolean yes) {
        return new BatchState(version, next, weighed, since, files, yes, asked, part, cutAt, notBefore, file, again);
    }

    /** With a file wanted now, whatever happened before. */
    BatchState wanted() {
        return new BatchState(version, next, weighed, since, files, paused, true, part, cutAt, null, file, again);
    }

    /** The moment of the next file's name. */
    Instant moment(Instant now) {
        return cutAt == null ? now : cutAt;
    }
}
