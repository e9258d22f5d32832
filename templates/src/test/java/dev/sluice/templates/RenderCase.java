package dev.sluice.templates;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** One line of a file of cases: a template, its data, and what comes out. */
record RenderCase(JsonNode line) {

    String template() {
        return line.get("template").textValue();
    }

    Scope scope() {
        return Scope.of((Obj) Json.value(line.get("vars")));
    }

    Rendering rendering() {
        Instant now = Instant.parse(line.path("now").asText("2026-03-15T14:30:00Z"));
        ZoneId zone = ZoneId.of(line.path("tz").asText("UTC"));
        return new Rendering(
                new At(now, zone),
                Escape.valueOf(line.path("escape").asText("none").toUpperCase(Locale.ROOT)));
    }

    /** What the case gives, in the form of its {@code expect}: a member named value, text or error. */
    String actual() {
        try {
            Template template = Templates.standard().compile(template());
            return template.keepsType()
                    ? "value " + Json.text(template.evaluate(scope(), rendering()))
                    : "text " + template.render(scope(), rendering());
        } catch (TemplateException e) {
            return "error";
        }
    }

    String expected() {
        JsonNode expect = line.get("expect");
        if (expect.has("error")) {
            return "error";
        }
        return expect.has("value")
                ? "value " + Json.text(Json.value(expect.get("value")))
                : "text " + expect.get("text").textValue();
    }

    @Override
    public String toString() {
        return line.path("id").asText() + " " + template().replace("\n", "\\n");
    }
}
