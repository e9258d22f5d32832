package dev.sluice.json.internal.flow;

import dev.sluice.flow.ResponseDefinition;
import dev.sluice.flow.ResponseExtra;
import dev.sluice.flow.ResponseFormat;
import dev.sluice.flow.StatusTable;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Set;

/** What the source is told. */
public final class ResponseForm {
    public static final Vocabulary KEYS =
            Vocabulary.of("a response", "fields", "include", "format", "statuses", "templates");
    static final Words<ResponseFormat> FORMATS = Words.<ResponseFormat>of("format of a response", "unknown_word")
            .with(ResponseFormat.JSON, "json")
            .with(ResponseFormat.XML, "xml")
            .with(ResponseFormat.TEXT, "text");
    static final Words<StatusTable> TABLES = Words.<StatusTable>of("table of statuses", "unknown_word")
            .with(StatusTable.STANDARD, "standard")
            .with(StatusTable.STRICT, "strict");
    static final Words<ResponseExtra> EXTRAS = Words.<ResponseExtra>of("further member of a response", "unknown_word")
            .with(ResponseExtra.ACCEPTED, "accepted")
            .with(ResponseExtra.FIELD_ERRORS, "fieldErrors")
            .with(ResponseExtra.DELIVERIES, "deliveries")
            .with(ResponseExtra.WARNINGS, "warnings")
            .with(ResponseExtra.DURATION, "duration")
            .with(ResponseExtra.TIMESTAMP, "timestamp");

    private ResponseForm() {}

    static ResponseDefinition read(Node node) {
        Members members = node.members(KEYS);
        return new ResponseDefinition(
                members.or("fields", fields -> fields.list(Node::text), ResponseDefinition.STANDARD.fields()),
                Set.copyOf(members.list("include", extra -> extra.word(EXTRAS, ResponseExtra.ACCEPTED))),
                members.or("format", ResponseForm::format, ResponseFormat.JSON),
                members.or("statuses", table -> table.word(TABLES, StatusTable.STANDARD), StatusTable.STANDARD),
                members.list("templates", ResponseTemplateForm::read));
    }

    static ResponseFormat format(Node node) {
        return node.word(FORMATS, ResponseFormat.JSON);
    }

    static Obj write(ResponseDefinition response) {
        List<String> standard = ResponseDefinition.STANDARD.fields();
        return new Out()
                .unless(standard, "fields", response.fields(), fields -> Out.array(fields, Value::text))
                .list("include", List.copyOf(response.include()), extra -> Out.text(EXTRAS.word(extra)))
                .unless(ResponseFormat.JSON, "format", response.format(), format -> Out.text(FORMATS.word(format)))
                .unless(StatusTable.STANDARD, "statuses", response.statuses(), table -> Out.text(TABLES.word(table)))
                .list("templates", response.templates(), ResponseTemplateForm::write)
                .done();
    }
}
