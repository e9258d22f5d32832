package dev.sluice.workbench.page;

import static java.util.Objects.requireNonNull;

import dev.sluice.Sluice;
import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.report.Period;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of an account's leads as one HTML file, which needs no other file, no network and no server: figures, pictures of the
 * flows, a table of leads to search, and every event of each. Figures are those of {@link dev.sluice.report.Reports}. Personal
 * values are as the reader sees them; a reader who sees them clear is put on record. Immutable and safe on any thread.
 */
public final class Page {
    /** How many leads are told of one by one unless the host says otherwise. */
    public static final int MOST_LEADS = 20_000;

    private final Sluice sluice;
    private final Settings settings;

    /** How a page is written. */
    record Settings(
            String title,
            Reader reader,
            Period period,
            ZoneId zone,
            int mostLeads,
            Duration refresh,
            List<Section> sections) {
        Settings {
            sections = List.copyOf(sections);
        }
    }

    private Page(Sluice sluice, Settings settings) {
        this.sluice = sluice;
        this.settings = settings;
    }

    /** Of everything that this instance's account has recorded, with personal values masked, days in UTC. */
    public static Page over(Sluice sluice) {
        Reader somebody = Reader.of("page", Role.OPERATOR);
        return new Page(
                requireNonNull(sluice, "sluice"),
                new Settings("Leads", somebody, Period.ALL, ZoneOffset.UTC, MOST_LEADS, Duration.ZERO, List.of()));
    }

    /** Under another heading. */
    public Page titled(String title) {
        requireNonNull(title, "title");
        Settings s = settings;
        return with(new Settings(title, s.reader, s.period, s.zone, s.mostLeads, s.refresh, s.sections));
    }

    /** As somebody else sees it. */
    public Page seenBy(Reader reader) {
        requireNonNull(reader, "reader");
        Settings s = settings;
        return with(new Settings(s.title, reader, s.period, s.zone, s.mostLeads, s.refresh, s.sections));
    }

    /** Of the events of this period only. */
    public Page in(Period period) {
        requireNonNull(period, "period");
        Settings s = settings;
        return with(new Settings(s.title, s.reader, period, s.zone, s.mostLeads, s.refresh, s.sections));
    }

    /** With days and hours by the clock of this zone. */
    public Page in(ZoneId zone) {
        requireNonNull(zone, "zone");
        Settings s = settings;
        return with(new Settings(s.title, s.reader, s.period, zone, s.mostLeads, s.refresh, s.sections));
    }

    /**
     * With at most so many leads told of one by one, the newest; the page says so. Figures are of all.
     *
     * @throws IllegalArgumentException if {@code most} is negative
     */
    public Page mostLeads(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("a page tells of 0 leads or more, not of " + most);
        }
        Settings s = settings;
        return with(new Settings(s.title, s.reader, s.period, s.zone, most, s.refresh, s.sections));
    }

    /** Loads itself anew after this time, for a file that is written again and again; never for zero. Whole seconds. */
    public Page refreshing(Duration pause) {
        requireNonNull(pause, "pause");
        Settings s = settings;
        return with(new Settings(s.title, s.reader, s.period, s.zone, s.mostLeads, pause, s.sections));
    }

    /** With one more section, behind the figures. */
    public Page with(Section section) {
        Settings s = settings;
        List<Section> more = new ArrayList<>(s.sections);
        more.add(requireNonNull(section, "section"));
        return with(new Settings(s.title, s.reader, s.period, s.zone, s.mostLeads, s.refresh, more));
    }

    private Page with(Settings other) {
        return new Page(sluice, other);
    }

    /** Writes the page; the log is read several times. */
    public void write(Writer out) throws IOException {
        new PageWriter(sluice, settings).write(out);
    }

    /** Writes the page in UTF-8 so that whoever opens the file meanwhile finds all of the old one or all of the new. */
    public void write(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (Writer out = Files.newBufferedWriter(beside)) {
            write(out);
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
