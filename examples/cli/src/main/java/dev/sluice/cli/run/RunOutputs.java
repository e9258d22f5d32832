package dev.sluice.cli.run;

import dev.sluice.Submission;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.PacedProgress;
import dev.sluice.cli.frame.Progress;
import dev.sluice.cli.frame.Streams;
import dev.sluice.cli.frame.Terminals;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.json.EventJson;
import dev.sluice.json.ValueJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Where a run's answers, events and progress go. */
final class RunOutputs implements AutoCloseable {
    static final String OUT = "--out";
    static final String EVENTS = "--events";
    static final String PROGRESS = "--progress";
    private static final int BUFFER = 256 * 1024;

    private final List<Consumer<Submission>> listeners = new ArrayList<>();
    private final List<PrintStream> files = new ArrayList<>();
    private final PrintStream out;
    private final Progress progress;

    private RunOutputs(PrintStream out, Progress progress) {
        this.out = out;
        this.progress = progress;
    }

    static RunOutputs open(Arguments arguments, Streams streams, LongSupplier nanos) throws IOException {
        RunOutputs outputs = new RunOutputs(streams.out(), progress(arguments, streams.err(), nanos));
        if (arguments.value(OUT).isPresent()) {
            outputs.answersTo(outputs.file(arguments.value(OUT).get()));
        } else if (!Terminals.out()) {
            outputs.answersTo(streams.out());
        }
        if (arguments.value(EVENTS).isPresent()) {
            outputs.eventsTo(outputs.file(arguments.value(EVENTS).get()));
        }
        return outputs;
    }

    private static Progress progress(Arguments arguments, PrintStream err, LongSupplier nanos) {
        String how = arguments.value(PROGRESS).orElse(Terminals.err() ? "bar" : "lines");
        return switch (how) {
            case "bar" -> PacedProgress.bar(err, nanos);
            case "lines" -> PacedProgress.lines(err, nanos);
            case "none" -> Progress.NONE;
            default -> throw new UsageException("--progress is bar, lines or none");
        };
    }

    private PrintStream file(String name) throws IOException {
        PrintStream file = new PrintStream(
                new BufferedOutputStream(Files.newOutputStream(Path.of(name)), BUFFER), false, StandardCharsets.UTF_8);
        files.add(file);
        return file;
    }

    private void answersTo(PrintStream file) {
        listeners.add(answer -> file.print(ValueJson.write(AnswerJson.of(answer)) + "\n"));
    }

    private void eventsTo(PrintStream file) {
        EventJson json = EventJson.masked();
        listeners.add(answer -> answer.events().forEach(event -> file.print(json.write(event) + "\n")));
    }

    /** Who is told each answer. */
    List<Consumer<Submission>> listeners() {
        return listeners;
    }

    Progress progress() {
        return progress;
    }

    /** Makes all that was written visible. */
    void flush() {
        out.flush();
        files.forEach(PrintStream::flush);
    }

    @Override
    public void close() {
        out.flush();
        files.forEach(PrintStream::close);
    }
}
