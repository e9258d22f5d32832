package dev.sluice.cli.log;

import dev.sluice.Sluice;
import dev.sluice.Time;
import dev.sluice.cli.frame.Arguments;
import dev.sluice.cli.frame.Shifted;
import dev.sluice.cli.frame.Spans;
import dev.sluice.cli.frame.Usage;
import dev.sluice.cli.frame.UsageException;
import dev.sluice.cli.open.Formats;
import dev.sluice.cli.open.Roles;
import dev.sluice.event.Pseudonyms;
import dev.sluice.event.Reader;
import dev.sluice.event.Treatments;
import dev.sluice.export.Columns;
import dev.sluice.export.Compression;
import dev.sluice.export.ExportFile;
import dev.sluice.export.ExportJob;
import dev.sluice.export.ExportKind;
import dev.sluice.export.ExportRequest;
import dev.sluice.export.Exports;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Moment;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/** What an export is asked for with, and how it is told of. */
public final class ExportOptions {
    private static final String PSEUDONYMS = "--pseudonyms";

    private ExportOptions() {}

    static Usage named(Usage usage) {
        return Shifted.usage(pseudonyms(usage))
                .option("--kind", "KIND", "leads (a row for each), events or report; leads when left out")
                .option("--report", "NAME", "with --kind report: a standard report, or REPORT.json")
                .option(
                        "--format",
                        "FORMAT",
                        "csv, spreadsheet (with a byte-order mark), tsv, json, ndjson, xml or xlsx; else csv")
                .option("--dates", "STYLE", "iso, or plain for 2026-03-15 14:30:00; iso when left out")
                .option("--fields", "LIST", "all, or names and patterns: 'lead_id,email,email.*,!appended.*'")
                .option("--last", "SPAN", "what came in the time before now: 90m, 24h, 7d")
                .option("--query", "TEXT", "which leads or events: 'flow_id=solar&outcome=success&start=2024-01-15'")
                .option("--flow", "ID", "of this flow")
                .option("--rows", "N", "with --to: a file holds so many rows at most; 100000 when left out")
                .option("--bytes", "N", "with --to: a file ends at so many bytes")
                .option("--compress", "HOW", "gzip or zip")
                .option("--name", "NAME", "with --to: what the files are called, before _part_001")
                .option("--reader", "NAME", "who asks, for the record")
                .option("--role", "ROLE", "what is seen: auditor everything, operator masks, analyst nothing personal")
                .option(
                        "--treat",
                        "LIST",
                        "what becomes of values beyond that: 'lead.email=hash,lead.phone_1=tokenise,*=mask'; remove, too")
                .option("--account", "ID", "of this account; 'default' when left out");
    }

    static ExportRequest request(Arguments arguments, Time time) {
        String kind = arguments.value("--kind").orElse("leads");
        ExportRequest.Builder request = ExportKind.named(kind)
                .map(known -> builder(known, arguments))
                .orElseThrow(() ->
                        new UsageException("'" + kind + "' is no kind of export; there are leads, events and report"));
        String format = arguments.value("--format").orElse("csv");
        if (!Formats.BY_NAME.containsKey(format)) {
            throw new UsageException("'" + format + "' is no format; there are "
                    + String.join(", ", new TreeSet<>(Formats.BY_NAME.keySet())));
        }
        request.format(format + dates(arguments));
        number(arguments, "--rows", request::fileRows);
        number(arguments, "--bytes", request::fileBytes);
        arguments.value("--name").ifPresent(request::name);
        try {
            return request.columns(Columns.parse(arguments.value("--fields").orElse("all")))
                    .query(query(arguments, time))
                    .compression(compression(arguments.value("--compress").orElse("none")))
                    .reader(reader(arguments))
                    .build();
        } catch (IllegalArgumentException senseless) {
            throw new UsageException(String.valueOf(senseless.getMessage()));
        }
    }

    private static Reader reader(Arguments arguments) {
        Reader reader = Reader.of(arguments.value("--reader").orElse("sluice export"), Roles.of(arguments))
                .treating(Treatments.parse(arguments.value("--treat").orElse("")));
        if (reader.lacksPseudonyms() && arguments.value(PSEUDONYMS).isEmpty()) {
            throw new UsageException("hash and tokenise need a key: " + PSEUDONYMS + " FILE");
        }
        return reader;
    }

    public static Usage pseudonyms(Usage usage) {
        return usage.option(
                PSEUDONYMS, "FILE", "the key for hash and tokenise: a text of at least 16 bytes, always the same");
    }

    /** Exports that can hash and tokenise where a key for it was given. */
    public static Exports.Builder over(Sluice sluice, Arguments arguments) {
        Exports.Builder exports = Exports.over(sluice);
        Optional<String> file = arguments.value(PSEUDONYMS);
        return file.isEmpty() ? exports : exports.pseudonyms(pseudonyms(file.get()));
    }

    private static Pseudonyms pseudonyms(String file) {
        try {
            return Pseudonyms.keyed(Files.readString(Path.of(file)).strip().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException none) {
            throw new UsageException(PSEUDONYMS + " " + file + ": "
                    + (none instanceof IOException ? none.getClass().getSimpleName() : none.getMessage()));
        }
    }

    private static String dates(Arguments arguments) {
        String style = arguments.value("--dates").orElse("iso");
        if (!Set.of("iso", "plain").contains(style)) {
            throw new UsageException("'" + style + "' is no style of dates; there are iso and plain");
        }
        return style.equals("plain") ? Formats.PLAIN : "";
    }

    private static ExportRequest.Builder builder(ExportKind kind, Arguments arguments) {
        return switch (kind) {
            case LEADS -> ExportRequest.leads();
            case EVENTS -> ExportRequest.events();
            case REPORT ->
                ExportRequest.report(ReportCommand.definition(arguments
                        .value("--report")
                        .orElseThrow(() -> new UsageException("say which report: --report pings"))));
        };
    }

    private static String query(Arguments arguments, Time time) {
        StringBuilder query = new StringBuilder(arguments.value("--query").orElse(""));
        arguments.value("--flow").ifPresent(flow -> query.append("&flow_id=")
                .append(URLEncoder.encode(flow, StandardCharsets.UTF_8)));
        Optional<String> last = arguments.value("--last");
        if (last.isPresent()) {
            Instant now = time.instant();
            query.append("&start=")
                    .append(now.minus(Spans.of(last.get())))
                    .append("&end=")
                    .append(now);
        }
        return query.toString();
    }

    private static void number(Arguments arguments, String option, LongConsumer set) {
        Optional<String> text = arguments.value(option);
        if (text.isPresent()) {
            try {
                set.accept(Long.parseLong(text.get()));
            } catch (NumberFormatException noNumber) {
                throw new UsageException("'" + text.get() + "' is no number for " + option);
            }
        }
    }

    public static Compression compression(String name) {
        return Arrays.stream(Compression.values())
                .filter(one -> one.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("'" + name + "' is no compression; there are gzip and zip"));
    }

    /** An export on one line. */
    static String json(ExportJob job) {
        Map<String, Value> all = new LinkedHashMap<>();
        all.put("export_id", Value.text(job.id()));
        all.put("kind", Value.text(job.kind().text()));
        all.put("state", Value.text(job.state().text()));
        all.put("as_of", Moment.of(job.asOf()));
        all.put("rows", Value.number(job.rows()));
        all.put("marked", Value.number(job.marked()));
        all.put("problem", Value.text(job.why().orElse(null)));
        all.put(
                "files",
                Value.list(job.files().stream().map(ExportOptions::file).toList()));
        return ValueJson.write(Obj.of(all));
    }

    private static Value file(ExportFile file) {
        Map<String, Value> all = new LinkedHashMap<>();
        all.put("name", Value.text(file.name()));
        all.put("rows", Value.number(file.rows()));
        all.put("bytes", Value.number(file.bytes()));
        all.put("sha256", Value.text(file.sha256()));
        return Obj.of(all);
    }
}
