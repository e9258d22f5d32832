package dev.sluice.delivery;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What stands for {@code {date}}, {@code {count}} and the like in names of files, folders and subjects. The moment is
 * when the file was planned, in the batch's zone, so that a second try gives the same name. Immutable.
 */
public final class FileTokens {
    private static final Map<String, Function<FileTokens, String>> KNOWN = Map.ofEntries(
            entry("date", of("yyyy-MM-dd")),
            entry("time", of("HHmmss")),
            entry("year", of("yyyy")),
            entry("month", of("MM")),
            entry("day", of("dd")),
            entry("hour", of("HH")),
            entry("timestamp", tokens -> Long.toString(tokens.at.toEpochSecond())),
            entry("count", tokens -> Long.toString(tokens.rows)),
            entry("record_count", tokens -> Long.toString(tokens.rows)),
            entry("batch", tokens -> tokens.batch),
            entry("batch_id", tokens -> tokens.batchId));

    private final ZonedDateTime at;
    private final String batch;
    private final String batchId;
    private final long rows;

    private FileTokens(ZonedDateTime at, String batch, String batchId, long rows) {
        this.at = requireNonNull(at, "at");
        this.batch = requireNonNull(batch, "batch");
        this.batchId = requireNonNull(batchId, "batchId");
        this.rows = rows;
    }

    /**
     * The tokens of one file.
     *
     * @param at when it was planned, in the batch's zone
     * @param batch the name of the batch
     * @param batchId the id of this file
     * @param rows how many rows it has, without a header
     */
    public static FileTokens of(ZonedDateTime at, String batch, String batchId, long rows) {
        return new FileTokens(at, batch, batchId, rows);
    }

    /** All names that may stand in braces, in order. */
    public static Set<String> names() {
        return new TreeSet<>(KNOWN.keySet());
    }

    static boolean isKnown(String name) {
        return KNOWN.containsKey(name);
    }

    /** What stands for the token {@code name}, which must be known. */
    String value(String name) {
        Function<FileTokens, String> token = KNOWN.get(name);
        if (token == null) {
            throw new IllegalArgumentException("{" + name + "} is no token; there are " + names());
        }
        return token.apply(this);
    }

    /** All tokens with their values, for those who fill in texts of their own. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        names().forEach(name -> values.put(name, value(name)));
        return values;
    }

    private static Function<FileTokens, String> of(String pattern) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        return tokens -> format.format(tokens.at);
    }
}
