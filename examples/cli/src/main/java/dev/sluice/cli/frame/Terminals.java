package dev.sluice.cli.frame;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether somebody looks at an output. */
public final class Terminals {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private Terminals() {}

    /** Whether standard output is a terminal. */
    public static boolean out() {
        return isTerminal("1");
    }

    /** Whether standard error is a terminal. */
    public static boolean err() {
        return isTerminal("2");
    }

    /** Asks the system about the one stream where it can be asked; a Java console speaks for all of them at once. */
    private static boolean isTerminal(String descriptor) {
        try {
            String device =
                    Files.readSymbolicLink(DESCRIPTORS.resolve(descriptor)).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noSuchFiles) {
            return isInteractive(System.console());
        }
    }

    /** Newer Javas have a console even where nobody sits, and a method that tells. */
    private static boolean isInteractive(@Nullable Console console) {
        try {
            return console != null
                    && Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException olderJava) {
            return console != null;
        }
    }
}
