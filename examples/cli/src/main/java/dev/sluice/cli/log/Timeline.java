package dev.sluice.cli.log;

import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.open.Stores;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Tells how to look at what became of one lead. */
public final class Timeline {
    private Timeline() {}

    /** The very words to type, after a run with {@code arguments} that submitted {@code lead} last. */
    public static String advice(Arguments arguments, Optional<String> lead) {
        Optional<String> store = arguments.value(Stores.OPTION);
        String look = command() + " events --store " + store.orElse("jdbc:sqlite:leads.db") + " --lead "
                + lead.orElse("lead_00000001");
        return store.isPresent()
                ? "The way of one lead:\n  " + look + "\n"
                : "The way of one lead: run again with --store jdbc:sqlite:leads.db, then\n  " + look + "\n";
    }

    /** How this process was started. */
    private static String command() {
        CodeSource source = Timeline.class.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getPath().endsWith(".jar")) {
            return "sluice";
        }
        Path jar = Path.of(source.getLocation().getPath());
        Path here = Path.of("").toAbsolutePath();
        return "java -jar " + (jar.startsWith(here) ? here.relativize(jar) : jar);
    }
}
