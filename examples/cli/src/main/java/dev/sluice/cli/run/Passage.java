package dev.sluice.cli.run;

import dev.sluice.Flow;
import dev.sluice.Submission;
import dev.sluice.cli.frame.Progress;
import dev.sluice.cli.leads.BadLine;
import dev.sluice.cli.leads.LeadFile;
import dev.sluice.types.Lead;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Leads on their way through a flow, in the order of their file. Used by one thread. */
public final class Passage implements Consumer<BadLine> {
    private final List<Consumer<Submission>> listeners;
    private final Progress progress;
    private final Tally tally = new Tally();
    private final BadLines badLines;
    private Optional<String> lastLead = Optional.empty();

    /**
     * A passage that nobody has gone through.
     *
     * @param listeners are told each answer
     * @param people are told of lines that hold no lead
     */
    public Passage(List<Consumer<Submission>> listeners, Progress progress, Consumer<String> people) {
        this.listeners = List.copyOf(listeners);
        this.progress = progress;
        this.badLines = new BadLines(people);
    }

    /**
     * Sends all leads of {@code file}, which has {@code size} bytes; negative when nobody knows.
     *
     * @param keyed gives each lead its submission key
     */
    public void through(Flow flow, UnaryOperator<Lead> keyed, LeadFile file, long size) {
        Stream<Lead> leads =
                StreamSupport.stream(Spliterators.spliteratorUnknownSize(file.leads(), Spliterator.ORDERED), false);
        flow.submitAll(leads.map(keyed), answer -> {
            take(answer);
            progress.advance(size <= 0 ? -1 : (double) file.bytes() / size);
        });
        progress.end();
    }

    private void take(Submission answer) {
        tally.add(answer);
        listeners.forEach(listener -> listener.accept(answer));
        lastLead = answer.leadId().or(() -> lastLead);
    }

    /** A line that held no lead: the first ones are told, all are counted. */
    @Override
    public void accept(BadLine bad) {
        badLines.accept(bad);
    }

    public Tally tally() {
        return tally;
    }

    public long badLines() {
        return badLines.count();
    }

    /** The id of the lead that was answered last. */
    public Optional<String> lastLead() {
        return lastLead;
    }
}
