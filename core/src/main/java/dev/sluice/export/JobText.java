package dev.sluice.export;

import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.event.Treatments;
import dev.sluice.export.internal.Place;
import dev.sluice.json.JsonLimits;
import dev.sluice.json.ReportJson;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Cursor;
import dev.sluice.types.Arr;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Exports as the text of a document. */
final class JobText {
    private final Function<String, Role> roles;

    JobText(Function<String, Role> roles) {
        this.roles = roles;
    }

    String write(Job job) {
        Map<String, Value> all = new LinkedHashMap<>();
        all.put("state", Value.text(job.state().name()));
        all.put("as_of", Value.text(job.asOf().toString()));
        all.put("request", request(job.request(), job.state().isFinal()));
        job.knownColumns().ifPresent(columns -> all.put("columns", texts(columns)));
        all.put("cursor", Value.text(job.next().cursor().text()));
        all.put("passed", Value.number(job.next().passed()));
        all.put("end", Value.bool(job.next().end()));
        all.put("marked", Value.number(job.marked()));
        all.put("share", Value.number(BigDecimal.valueOf(job.share())));
        all.put("tries", Value.number(job.tries()));
        all.put("problem", Value.text(job.problem()));
        all.put("files", Value.list(job.files().stream().map(JobText::file).toList()));
        return ValueJson.write(Obj.of(all));
    }

    /** What was asked for may name a person; once it is over, nobody needs it. */
    private static Value request(ExportRequest request, boolean over) {
        Map<String, Value> all = new LinkedHashMap<>();
        all.put("kind", Value.text(request.kind().name()));
        all.put("format", Value.text(request.format()));
        all.put("columns", Value.text(request.columns().text()));
        all.put("query", Value.text(over ? "" : request.query()));
        all.put("reader", Value.text(request.reader().name()));
        all.put("role", Value.text(request.reader().role().name()));
        all.put("treatments", Value.text(request.reader().treatments().text()));
        all.put("name", Value.text(request.name()));
        all.put("compression", Value.text(request.compression().name()));
        all.put("file_rows", Value.number(request.fileRows()));
        all.put("file_bytes", Value.number(request.fileBytes()));
        all.put("transport", Value.text(request.transport()));
        all.put("config", over ? Obj.EMPTY : request.config());
        if (request.report() != null && !over) {
            all.put("report", Value.text(ReportJson.write(request.report())));
        }
        all.put("plan", Value.text(request.plan()));
        all.put("zone", Value.text(request.zone().getId()));
        return Obj.of(all);
    }

    private static Value file(ExportFile file) {
        Map<String, Value> all = new LinkedHashMap<>();
        all.put("name", Value.text(file.name()));
        all.put("rows", Value.number(file.rows()));
        all.put("bytes", Value.number(file.bytes()));
        all.put("sha256", Value.text(file.sha256()));
        return Obj.of(all);
    }

    private static Value texts(List<String> texts) {
        return Value.list(texts.stream().map(Value::text).toList());
    }

    Job read(String id, long version, String text) {
        Value all = ValueJson.read(text, JsonLimits.definition());
        return new Job(
                id,
                version,
                request(all.part("request")),
                ExportState.valueOf(all.part("state").text()),
                Instant.parse(all.part("as_of").text()),
                all.part("columns").isMissing() ? null : list(all.part("columns"), Value::text),
                new Place(
                        new Cursor(all.part("cursor").text()),
                        number(all.part("passed")),
                        all.part("end").text().equals("true")),
                number(all.part("marked")),
                ((Num) all.part("share")).value().doubleValue(),
                list(all.part("files"), JobText::file),
                (int) number(all.part("tries")),
                all.part("problem").isAbsent() ? null : all.part("problem").text());
    }

    private ExportRequest request(Value all) {
        return new ExportRequest(
                ExportKind.valueOf(all.part("kind").text()),
                all.part("format").text(),
                Columns.parse(all.part("columns").text()),
                all.part("query").text(),
                reader(all),
                all.part("name").text(),
                Compression.valueOf(all.part("compression").text()),
                number(all.part("file_rows")),
                number(all.part("file_bytes")),
                all.part("transport").text(),
                all.part("config") instanceof Obj config ? config : Obj.EMPTY,
                all.part("report").isAbsent()
                        ? null
                        : ReportJson.read(all.part("report").text()),
                all.part("plan").isAbsent() ? "" : all.part("plan").text(),
                all.part("zone").isAbsent()
                        ? ZoneOffset.UTC
                        : ZoneId.of(all.part("zone").text()));
    }

    private Reader reader(Value all) {
        Role role = roles.apply(all.part("role").text());
        Value treatments = all.part("treatments");
        return Reader.of(all.part("reader").text(), role)
                .treating(Treatments.parse(treatments.isAbsent() ? "" : treatments.text()));
    }

    private static ExportFile file(Value all) {
        return new ExportFile(
                all.part("name").text(),
                number(all.part("rows")),
                number(all.part("bytes")),
                all.part("sha256").text());
    }

    private static long number(Value value) {
        return value instanceof Num num ? num.value().longValueExact() : 0;
    }

    private static <R> List<R> list(@Nullable Value value, Function<Value, R> of) {
        List<R> all = new ArrayList<>();
        if (value instanceof Arr arr) {
            arr.forEach(element -> all.add(of.apply(element)));
        }
        return List.copyOf(all);
    }
}
