package dev.sluice.partner.internal;

import dev.sluice.partner.SubmissionDocument;
import java.util.stream.Collectors;

/** A document as Markdown. Cells are escaped: a name cannot end its cell or its line. */
public record Markdown(SubmissionDocument document) {

    public String text() {
        return "# Sending leads to " + cell(document.flowName()) + "\n\n"
                + "Leads name the source `" + document.source() + "` at the flow `" + document.flow() + "`."
                + (document.credential() ? " Each comes with the key of the connection as its credential." : "")
                + "\n\n## Fields\n\n| field | label | type | required | example | |\n|---|---|---|---|---|---|\n"
                + document.fields().stream().map(this::row).collect(Collectors.joining())
                + "\n"
                + "A value that cannot be read as its type is kept and marked as invalid; it stops no lead by"
                + " itself.\n"
                + "\n"
                + "## Forms\n\n"
                + new Samples(document).all().stream().map(Markdown::sample).collect(Collectors.joining("\n"))
                + "\n## Answers\n\n"
                + "| outcome | means |\n|---|---|\n"
                + "| success | the lead was taken; `lead_id` names it, `price` is what it earns |\n"
                + "| failure | the lead was not wanted; `reason` says why. Do not send it again |\n"
                + "| error | something broke; the same lead may be sent again under the same submission key |\n";
    }

    private String row(SubmissionDocument.Field field) {
        return "| `" + field.name() + "` | " + cell(field.label()) + " | " + cell(field.type()) + " | "
                + (field.required() ? "yes" : "") + " | " + cell(field.example()) + " | " + cell(field.description())
                + " |\n";
    }

    private static String sample(Samples.Sample sample) {
        String type = sample.type().isEmpty() ? "" : " (`" + sample.type() + "`)";
        return sample.name() + type + ":\n\n```\n" + sample.text() + "\n```\n";
    }

    private static String cell(String text) {
        return Markup.escaped(text).replace("|", "\\|").replace("\n", " ").replace("\r", " ");
    }
}
