package dev.sluice.partner;

import static java.util.Objects.requireNonNull;

import dev.sluice.flow.FieldDefinition;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.partner.internal.Examples;
import dev.sluice.partner.internal.HtmlPage;
import dev.sluice.partner.internal.Markdown;
import dev.sluice.types.StandardFields;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a source has to send to a flow, and what it is answered. Immutable; shown as {@link #markdown} or {@link #html}.
 *
 * @param flow the flow's id
 * @param flowName for people
 * @param source the source's id, which leads name
 * @param credential whether leads come with a credential
 * @param fields what may be sent, the required ones first
 */
public record SubmissionDocument(String flow, String flowName, String source, boolean credential, List<Field> fields) {
    public SubmissionDocument {
        requireNonNull(flow, "flow");
        requireNonNull(flowName, "flowName");
        requireNonNull(source, "source");
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param name what it is sent as
     * @param label for people
     * @param example a value that is valid
     */
    public record Field(String name, String label, String type, boolean required, String example, String description) {
        public Field {
            requireNonNull(name, "name");
            requireNonNull(label, "label");
            requireNonNull(type, "type");
            requireNonNull(example, "example");
            requireNonNull(description, "description");
        }
    }

    /** Of a flow and one of its sources. */
    public static SubmissionDocument of(FlowDefinition flow, SourceDefinition source) {
        List<Field> fields = Stream.concat(flow.fields().stream(), source.fields().stream())
                .map(field -> field(field, source))
                .sorted((one, other) -> Boolean.compare(other.required(), one.required()))
                .toList();
        return new SubmissionDocument(flow.id(), flow.name(), source.id(), source.authenticationRequired(), fields);
    }

    private static Field field(FieldDefinition field, SourceDefinition source) {
        boolean required = source.fieldOverrides().stream()
                .filter(override -> override.field().equals(field.id()) && override.required() != null)
                .map(override -> Boolean.TRUE.equals(override.required()))
                .findFirst()
                .orElse(field.required());
        String label = field.name() != null
                ? field.name()
                : StandardFields.named(field.id()).map(known -> known.label()).orElse(field.id());
        return new Field(
                field.id(),
                label,
                field.type(),
                required,
                Examples.of(field.type()),
                field.description() == null ? "" : field.description());
    }

    /** As Markdown. */
    public String markdown() {
        return new Markdown(this).text();
    }

    /** As one HTML page that needs nothing else. */
    public String html() {
        return new HtmlPage(this).text();
    }
}
