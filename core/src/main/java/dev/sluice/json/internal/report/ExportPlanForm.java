package dev.sluice.json.internal.report;

import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.event.Treatments;
import dev.sluice.export.Columns;
import dev.sluice.export.Compression;
import dev.sluice.export.ExportKind;
import dev.sluice.export.ExportPlan;
import dev.sluice.export.ExportRequest;
import dev.sluice.json.internal.flow.BatchForm;
import dev.sluice.json.internal.part.FileScheduleForm;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.report.ReportDefinition;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A plan of exports: what, when, and where it goes. */
public final class ExportPlanForm {
    public static final Vocabulary KEYS = Vocabulary.of(
            "a plan",
            "id",
            "enabled",
            "kind",
            "report",
            "range",
            "format",
            "columns",
            "query",
            "reader",
            "role",
            "treatments",
            "fileName",
            "compression",
            "fileRows",
            "fileBytes",
            "schedule",
            "transport");
    private static final Words<ExportKind> KINDS = Words.<ExportKind>of("kind of export", "unknown_word")
            .with(ExportKind.LEADS, "leads")
            .with(ExportKind.EVENTS, "events")
            .with(ExportKind.REPORT, "report");
    private static final Words<ExportPlan.Range> RANGES = Words.<ExportPlan.Range>of("range", "unknown_word")
            .with(ExportPlan.Range.NEW, "new")
            .with(ExportPlan.Range.ALL, "all");
    private static final Words<Compression> COMPRESSIONS = Words.<Compression>of("compression", "unknown_word")
            .with(Compression.NONE, "none")
            .with(Compression.GZIP, "gzip")
            .with(Compression.ZIP, "zip");
    private static final ExportRequest USUAL = ExportRequest.leads().build();

    private ExportPlanForm() {}

    public static ExportPlan read(Node node, Function<String, @Nullable Role> roles) {
        Members members = node.members(KEYS);
        return new ExportPlan(
                members.text("id"),
                members.flag("enabled", true),
                request(members, roles),
                members.or("range", each -> each.word(RANGES, ExportPlan.Range.NEW), ExportPlan.Range.NEW),
                members.need("schedule", FileScheduleForm::read, FileScheduleForm.NEVER),
                members.textOrNull("fileName"));
    }

    private static ExportRequest request(Members members, Function<String, @Nullable Role> roles) {
        Members transport = members.need("transport", each -> each.members(BatchForm.TRANSPORT), nowhere(members));
        ExportRequest.Builder request = of(members)
                .format(members.or("format", Node::text, USUAL.format()))
                .columns(members.or("columns", ExportPlanForm::columns, Columns.all()))
                .query(members.or("query", Node::text, ""))
                .reader(reader(members, roles))
                .compression(
                        members.or("compression", each -> each.word(COMPRESSIONS, Compression.NONE), Compression.NONE))
                .fileRows(members.or("fileRows", ExportPlanForm::size, USUAL.fileRows()))
                .fileBytes(members.or("fileBytes", ExportPlanForm::size, USUAL.fileBytes()))
                .transport(transport.text("plugin"), transport.or("config", Node::object, Obj.EMPTY));
        return request.build();
    }

    private static Members nowhere(Members members) {
        return new Members(members.owner(), BatchForm.TRANSPORT, Obj.EMPTY.with("plugin", Value.text("")));
    }

    private static ExportRequest.Builder of(Members members) {
        ReportDefinition report = members.orNull("report", ReportForm::read);
        ExportKind usual = report == null ? ExportKind.LEADS : ExportKind.REPORT;
        ExportKind kind = members.or("kind", each -> each.word(KINDS, usual), usual);
        if ((kind == ExportKind.REPORT) != (report != null)) {
            members.owner()
                    .faults()
                    .wrong("report_out_of_place", members.owner().pointer(), "'report' goes with the kind 'report'");
        }
        if (report != null) {
            return ExportRequest.report(report);
        }
        return kind == ExportKind.EVENTS ? ExportRequest.events() : ExportRequest.leads();
    }

    private static Columns columns(Node node) {
        try {
            return Columns.parse(node.text());
        } catch (IllegalArgumentException none) {
            node.faults().wrong("invalid_columns", node.pointer(), String.valueOf(none.getMessage()));
            return Columns.all();
        }
    }

    private static Reader reader(Members members, Function<String, @Nullable Role> roles) {
        String name = members.or("reader", Node::text, USUAL.reader().name());
        Role role = members.or("role", each -> role(each, roles), Role.OPERATOR);
        Treatments treatments = members.or("treatments", ExportPlanForm::treatments, Treatments.NONE);
        return Reader.of(name.isBlank() ? USUAL.reader().name() : name, role).treating(treatments);
    }

    private static Treatments treatments(Node node) {
        try {
            return Treatments.parse(node.text());
        } catch (IllegalArgumentException none) {
            node.faults().wrong("invalid_treatments", node.pointer(), String.valueOf(none.getMessage()));
            return Treatments.NONE;
        }
    }

    private static Role role(Node node, Function<String, @Nullable Role> roles) {
        Role role = roles.apply(node.text());
        if (role == null) {
            node.faults().wrong("unknown_role", node.pointer(), "'" + node.text() + "' is no role");
            return Role.OPERATOR;
        }
        return role;
    }

    private static long size(Node node) {
        long size = node.integer();
        if (size < 1) {
            node.faults().wrong("out_of_range", node.pointer(), "a file holds at least one row and one byte");
            return 1;
        }
        return size;
    }

    public static Obj write(ExportPlan plan) {
        ExportRequest request = plan.request();
        return new Out()
                .text("id", plan.id())
                .flag("enabled", plan.enabled(), true)
                .put("kind", Out.text(KINDS.word(request.kind())))
                .optional("report", request.report(), ReportForm::write)
                .unless(ExportPlan.Range.NEW, "range", plan.range(), range -> Out.text(RANGES.word(range)))
                .text("format", request.format())
                .unless("all", "columns", request.columns().text(), Out::text)
                .unless("", "query", request.query(), Out::text)
                .text("reader", request.reader().name())
                .text("role", request.reader().role().name())
                .unless("", "treatments", request.reader().treatments().text(), Out::text)
                .text("fileName", plan.fileName())
                .unless(Compression.NONE, "compression", request.compression(), how -> Out.text(COMPRESSIONS.word(how)))
                .unless(USUAL.fileRows(), "fileRows", request.fileRows(), Value::number)
                .unless(USUAL.fileBytes(), "fileBytes", request.fileBytes(), Value::number)
                .put("schedule", FileScheduleForm.write(plan.schedule()))
                .put(
                        "transport",
                        new Out()
                                .text("plugin", request.transport())
                                .object("config", request.config())
                                .done())
                .done();
    }
}
