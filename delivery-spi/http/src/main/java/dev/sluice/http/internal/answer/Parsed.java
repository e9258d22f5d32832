package dev.sluice.http.internal.answer;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.List;

/** A body, read as what it is. */
public interface Parsed {

    /** All values at {@code path}, in the language of this kind of body; none when it leads nowhere or is no path. */
    List<Value> select(String path);

    /** The body as an object, for following steps; empty for text and HTML. */
    Obj document();

    /** The whole body as it came. */
    String text();

    /** Whether the body is what its content type says. */
    default boolean isAsSaid() {
        return true;
    }

    /** Reads {@code body} as what {@code type} says, or as text when it is not that. */
    static Parsed of(String type, String body, PatternStyle style) {
        if (isJson(type)) {
            return JsonReading.read(body)
                    .<Parsed>map(value -> JsonAnswer.of(value, body))
                    .orElseGet(() -> new TextAnswer(body, style, body.isBlank()));
        }
        if (isXml(type)) {
            return XmlAnswer.of(body).orElseGet(() -> new TextAnswer(body, style, body.isBlank()));
        }
        if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
            return new HtmlAnswer(body);
        }
        return type.equals("application/x-www-form-urlencoded")
                ? JsonAnswer.ofForm(body)
                : new TextAnswer(body, style, true);
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
    }

    private static boolean isXml(String type) {
        return type.equals("text/xml")
                || type.equals("application/xml")
                || (type.endsWith("+xml") && !type.equals("application/xhtml+xml"));
    }
}
