package dev.sluice.jdbc;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A named place at which a process ends, once it has been passed so often. It says where it is, and either halts, or stands
 * still while its other threads go on, until its parent kills it.
 */
final class CrashPoint {
    /**
     * {@code write} and {@code written} around a write, {@code force} and {@code forced} around the wait until it is
     * durable, {@code commit} and {@code committed} around what the database does, {@code ask} and {@code asked} around a
     * look-up, {@code call} and {@code called} around what a recipient does, {@code anew} and {@code taken} around the same
     * when a lead is delivered anew after its end, {@code settled} before somebody behind a settled failure refuses a lead, {@code
     * heir} and {@code inherited} around what the next one does.
     */
    static final List<String> ALL = List.of(
            "write",
            "written",
            "force",
            "forced",
            "commit",
            "committed",
            "ask",
            "asked",
            "call",
            "called",
            "anew",
            "taken",
            "heir",
            "inherited");

    /** Around what the database does. */
    static final List<String> OF_COMMIT = List.of("commit", "committed");

    /** Around what a log of its own does, beside a store for the rest. */
    static final List<String> OF_LOG = List.of("append", "appended");

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final String name;
    private final End end;
    private int left;

    /** How a process ends. */
    enum End {
        HALT,
        KILL
    }

    CrashPoint(String name, End end, int left) {
        this.name = name;
        this.end = end;
        this.left = left;
    }

    /** The process is here. */
    void at(String here) {
        if (!here.equals(name) || !isDue()) {
            return;
        }
        say("point " + here);
        if (end == End.HALT) {
            Runtime.getRuntime().halt(9);
        }
        while (true) {
            LockSupport.park();
        }
    }

    private synchronized boolean isDue() {
        return left-- == 0;
    }

    /** One write to the pipe for a whole line, so that no end ever leaves half of one. */
    static void say(String line) {
        try {
            OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
