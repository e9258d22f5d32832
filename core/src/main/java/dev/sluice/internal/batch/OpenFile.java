package dev.sluice.internal.batch;

import dev.sluice.flow.BatchDefinition;
import dev.sluice.json.BatchJson;
import dev.sluice.types.Missing;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way.
 *
 * @param number from 1, in its batch
 * @param part from 1; above 1 where a file before it was cut for its size
 * @param from its first row
 * @param to its last row; below {@code from} when it has none
 * @param weight of how many bytes all rows of the batch up to it are
 * @param at when it was planned: the moment of its name
 * @param attempts how often it was sent
 * @param until until when its sender may be at it
 * @param sender the one run of a process that is at it
 * @param built what was made; null before
 * @param doubtful whether it may stand at its place although nobody knows
 * @param repeats the number of the sent file that it is again; 0 for none
 * @param settings the definition that it is made by, as JSON; null for the one of today
 */
record OpenFile(
        long number,
        long part,
        long from,
        long to,
        long weight,
        Instant at,
        int attempts,
        Instant until,
        String sender,
        @Nullable Built built,
        boolean doubtful,
        long repeats,
        @Nullable String settings) {
    private static final Shape SHAPE = Shape.of(
            "number",
            "part",
            "from",
            "to",
            "weight",
            "at",
            "attempts",
            "until",
            "sender",
            "doubtful",
            "repeats",
            "settings",
            "built");

    Obj tree() {
        return Obj.of(
                SHAPE,
                Value.number(number),
                Value.number(part),
                Value.number(from),
                Value.number(to),
                Value.number(weight),
                BatchState.millis(at),
                Value.number(attempts),
                BatchState.millis(until),
                Value.text(sender),
                Value.bool(doubtful),
                Value.number(repeats),
                settings == null ? Missing.MISSING : Value.text(settings),
                built == null ? Missing.MISSING : built.tree());
    }

    static OpenFile read(Obj obj) {
        return new OpenFile(
                Row.number(obj.get("number")),
                Row.number(obj.get("part")),
                Row.number(obj.get("from")),
                Row.number(obj.get("to")),
                Row.number(obj.get("weight")),
                Instant.ofEpochMilli(Row.number(obj.get("at"))),
                (int) Row.number(obj.get("attempts")),
                Instant.ofEpochMilli(Row.number(obj.get("until"))),
                obj.get("sender").text(),
                obj.get("built") instanceof Obj built ? Built.read(built) : null,
                obj.get("doubtful") == Value.bool(true),
                Row.number(obj.get("repeats")),
                obj.get("settings").isAbsent() ? null : obj.get("settings").text());
    }

    /** In the hands of {@code who} until then. */
    OpenFile heldBy(String who, Instant untilThen) {
        return new OpenFile(
                number, part, from, to, weight, at, attempts, untilThen, who, built, doubtful, repeats, settings);
    }

    /**
     * About to be sent: from now on it may stand at its place, and what is tried again must be the same file, whatever
     * becomes of the definition {@code by} which it is made.
     */
    OpenFile sending(Built made, String by) {
        return new OpenFile(
                number,
                part,
                from,
                made.last(),
                weight,
                at,
                attempts + 1,
                until,
                sender,
                made,
                true,
                repeats,
                isAgain() ? settings : by);
    }

    boolean isAgain() {
        return repeats > 0;
    }

    /** The number in its name: that of the file which it is again. */
    long named() {
        return isAgain() ? repeats : number;
    }

    /** The definition that it is made by when {@code today} is the one that counts. A place may change, not what goes there. */
    BatchDefinition madeBy(BatchDefinition today) {
        if (settings == null) {
            return today;
        }
        BatchDefinition then = BatchJson.read(settings);
        return isAgain() ? then : then.through(today.transport()).config(today.config());
    }

    /** Not sent; nobody is at it. */
    OpenFile left(boolean mayHaveArrived, Instant now) {
        return new OpenFile(
                number,
                part,
                from,
                to,
                weight,
                at,
                attempts,
                now,
                "",
                built,
                mayHaveArrived,
                repeats,
                isAgain() || mayHaveArrived ? settings : null);
    }
}
