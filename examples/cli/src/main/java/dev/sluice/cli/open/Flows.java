package dev.sluice.cli.open;

import dev.sluice.Flow;
import dev.sluice.InvalidFlowException;
import dev.sluice.Sluice;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Failure;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.flow.FlowDefinition;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Flows from files, with every fault told. */
public final class Flows {
    public static final String STUB = "--stub";
    public static final String STUB_SUMMARY =
            "take these plugins of the flow, names with commas, as ones that answer yes";

    private Flows() {}

    /** The definition in {@code file}; its faults are thrown as they come. */
    public static FlowDefinition read(Path file) {
        try {
            return FlowDefinition.read(file);
        } catch (UncheckedIOException unreadable) {
            throw new UsageException("cannot read " + file + ": " + why(unreadable));
        }
    }

    private static String why(UncheckedIOException unreadable) {
        Throwable cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
        return cause.getClass().getSimpleName();
    }

    /** The flow in {@code file}, open. */
    public static Flow open(Sluice sluice, Path file) {
        try {
            return sluice.open(read(file));
        } catch (InvalidFlowException invalid) {
            throw new Failure(file + " cannot be used: " + Findings.count(invalid.findings()) + "\n"
                    + Findings.table(invalid.findings()).stripTrailing());
        }
    }

    /** The plugins that {@code arguments} name as stand-ins. */
    public static List<String> stubs(Arguments arguments) {
        return arguments
                .value(STUB)
                .map(names -> Arrays.asList(names.split(",", -1)))
                .orElse(List.of());
    }
}
