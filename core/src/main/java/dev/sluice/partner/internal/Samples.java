package dev.sluice.partner.internal;

import dev.sluice.json.ValueJson;
import dev.sluice.partner.SubmissionDocument;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** One lead in each form in which it may be sent. */
record Samples(SubmissionDocument document) {

    /**
     * One form.
     *
     * @param name for people
     * @param type what the header says; empty where there is no body
     */
    record Sample(String name, String type, String text) {}

    List<Sample> all() {
        return List.of(
                new Sample("JSON", "application/json", json()),
                new Sample("XML", "application/xml", xml()),
                new Sample("Form", "application/x-www-form-urlencoded", form()),
                new Sample("Query", "", "?" + form()));
    }

    private String json() {
        Obj body = Obj.EMPTY;
        for (SubmissionDocument.Field field : document.fields()) {
            body = body.with(field.name(), new Text(field.example()));
        }
        return ValueJson.pretty(body);
    }

    private String xml() {
        return document.fields().stream()
                .map(field -> "  <" + field.name() + ">" + Markup.escaped(field.example()) + "</" + field.name() + ">")
                .collect(Collectors.joining("\n", "<lead>\n", "\n</lead>"));
    }

    private String form() {
        return document.fields().stream()
                .map(field -> encoded(field.name()) + "=" + encoded(field.example()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
