package dev.sluice.internal.batch;

import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;

/**
 * What a file is.
 *
 * @param name its final name
 * @param sha256 of its bytes
 * @param size in bytes
 * @param rows how many rows it has
 * @param lost how many rows it should have had whose leads are gone
 * @param marked how many cells are written other than they are
 * @param last its last row
 * @param more whether rows that were meant for it are left, because it got too large
 */
record Built(String name, String sha256, long size, long rows, long lost, long marked, long last, boolean more) {
    private static final Shape SHAPE = Shape.of("name", "sha256", "size", "rows", "lost", "marked", "last", "more");

    Obj tree() {
        return Obj.of(
                SHAPE,
                Value.text(name),
                Value.text(sha256),
                Value.number(size),
                Value.number(rows),
                Value.number(lost),
                Value.number(marked),
                Value.number(last),
                Value.bool(more));
    }

    static Built read(Obj obj) {
        return new Built(
                obj.get("name").text(),
                obj.get("sha256").text(),
                Row.number(obj.get("size")),
                Row.number(obj.get("rows")),
                Row.number(obj.get("lost")),
                Row.number(obj.get("marked")),
                Row.number(obj.get("last")),
                obj.get("more") == Value.bool(true));
    }
}
