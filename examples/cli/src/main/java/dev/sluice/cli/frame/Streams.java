package dev.sluice.cli.frame;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes; UTF-8 whatever the platform's locale.
 *
 * @param in what is piped in
 * @param out answers; buffered, so flush what somebody waits for
 * @param err what is said to people
 */
public record Streams(InputStream in, PrintStream out, PrintStream err) {
    private static final int BUFFER = 64 * 1024;

    public static Streams ofProcess() {
        return of(System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    }

    public static Streams of(InputStream in, OutputStream out, OutputStream err) {
        return new Streams(
                in,
                new PrintStream(new BufferedOutputStream(out, BUFFER), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    public void flush() {
        out.flush();
        err.flush();
    }
}
