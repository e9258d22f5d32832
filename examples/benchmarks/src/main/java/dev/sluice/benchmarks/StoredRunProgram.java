package dev.sluice.benchmarks;

import dev.sluice.jdbc.JdbcStore;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code sluice run --store} into SQLite, beside the rows that it left there, ready made and with nothing to decide or
 * encode: into the same tables with the same indexes, triggers and settings, in as many commits. {@code StoredRunProgram
 * sluice.jar [copies [rounds]]}, at the top of the project; the demo's leads come as often as {@code copies} says, each
 * time 63 days later and under other addresses. Both take turns, so that a busy machine is as busy for either.
 */
public final class StoredRunProgram {
    private static final PrintStream OUT = System.out;
    private static final Path DEMO = Path.of("examples", "demo");
    private static final Pattern DONE = Pattern.compile("([\\d,]+) leads in ([\\d.]+) s");
    private static final Pattern COMMITS = Pattern.compile("(\\d+)" + CountedRun.COMMITS + "(\\d+)");
    private static final int DAYS = 63;

    private StoredRunProgram() {}

    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        int copies = args.length < 2 ? 20 : Integer.parseInt(args[1]);
        int rounds = args.length < 3 ? 3 : Integer.parseInt(args[2]);
        Path folder = Files.createTempDirectory("run");
        try {
            Path leads = leads(folder.resolve("leads.csv"), copies);
            for (int round = 1; round <= rounds; round++) {
                Path made = folder.resolve("run" + round + ".db");
                report(round, run(Path.of(args[0]), leads, made), made, folder.resolve("rows" + round));
            }
        } finally {
            Folders.delete(folder);
        }
    }

    /**
     * How many leads, in what time from the first one on, and in how many commits.
     *
     * @param processor seconds of it, the start of the machine included
     */
    private record Run(long leads, double seconds, long commits, double processor) {}

    private static Run run(Path command, Path leads, Path database) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        command + File.pathSeparator + System.getProperty("java.class.path"),
                        CountedRun.class.getName(),
                        "run",
                        DEMO.resolve("flow.json").toString(),
                        leads.toString(),
                        "--store",
                        "jdbc:counted:sqlite:" + database,
                        "--out",
                        leads.resolveSibling("answers.jsonl").toString(),
                        "--progress",
                        "none")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher done = DONE.matcher(said);
        if (process.waitFor() > 1 || !done.find()) {
            throw new IllegalStateException(said);
        }
        return new Run(
                Long.parseLong(done.group(1).replace(",", "")),
                Double.parseDouble(done.group(2)),
                most(said, 1),
                most(said, 2) / 1e3);
    }

    private static long most(String said, int group) {
        return COMMITS.matcher(said)
                .results()
                .mapToLong(each -> Long.parseLong(each.group(group)))
                .max()
                .orElseThrow();
    }

    private static void report(int round, Run run, Path made, Path copy) throws SQLException, IOException {
        try (ReadyRows rows = ReadyRows.of(made)) {
            OUT.printf(
                    Locale.ROOT,
                    "%d: %d leads a second, %d rows a lead of which %.1f are events, %d rows a commit%n",
                    round,
                    Math.round(run.leads() / run.seconds()),
                    rows.all() / run.leads(),
                    (double) rows.events() / run.leads(),
                    rows.all() / run.commits());
            compare("all rows", rows.all(), run, rows.write(fresh(copy, "all"), run.commits(), List.of()));
            compare(
                    "events alone",
                    rows.events(),
                    run,
                    rows.write(fresh(copy, "events"), run.commits(), ReadyRows.OF_EVENTS));
        } finally {
            Files.delete(made);
        }
    }

    private static Path fresh(Path copy, String what) {
        Path file = copy.resolveSibling(copy.getFileName() + "-" + what + ".db");
        JdbcStore.open("jdbc:sqlite:" + file).close();
        return file;
    }

    private static void compare(String what, long rows, Run run, ReadyRows.Took ready) {
        OUT.printf(
                Locale.ROOT,
                "   %s: %.0f a second by the command, %.0f ready made: %.2f; processor us a row %.1f and %.1f%n",
                what,
                rows / run.seconds(),
                rows / ready.wall(),
                ready.wall() / run.seconds(),
                run.processor() * 1e6 / rows,
                ready.processor() * 1e6 / rows);
    }

    private static Path leads(Path file, int copies) throws IOException {
        List<String> lines = Files.readAllLines(DEMO.resolve("leads.csv"));
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(lines.get(0) + "\n");
            for (int copy = 0; copy < copies; copy++) {
                for (String line : lines.subList(1, lines.size())) {
                    out.write(moved(line, copy) + "\n");
                }
            }
        }
        return file;
    }

    /** A line with another moment and another address; what goes over several lines stays as it is. */
    private static String moved(String line, int copy) {
        String[] cells = line.split(",", 3);
        if (cells.length < 3 || !cells[1].endsWith("Z")) {
            return line;
        }
        Instant at = Instant.parse(cells[1]).plus((long) DAYS * copy, ChronoUnit.DAYS);
        return cells[0] + "," + at.truncatedTo(ChronoUnit.MILLIS) + "," + cells[2].replaceFirst("@", "." + copy + "@");
    }
}
