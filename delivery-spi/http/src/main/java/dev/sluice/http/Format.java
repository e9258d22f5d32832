package dev.sluice.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a lead is written down for a recipient. */
public enum Format {
    /** A JSON document. */
    JSON("json", "application/json; charset=utf-8", List.of("POST", "PUT", "DELETE", "PATCH")),
    /** An XML document. */
    XML("xml", "text/xml", List.of("POST", "PUT", "PATCH")),
    /** A form, URL-encoded. */
    FORM("form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8", List.of()),
    /** The query of the address. */
    QUERY("", "", List.of()),
    /** A call of a SOAP service. */
    SOAP("xml", "text/xml; charset=utf-8", List.of());

    private final String mark;
    private final String contentType;
    private final List<String> methods;

    Format(String mark, String contentType, List<String> methods) {
        this.mark = mark;
        this.contentType = contentType;
        this.methods = methods;
    }

    /** The format of that name, in any case. */
    public static Optional<Format> named(String name) {
        return Stream.of(values())
                .filter(format -> format.text().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Its name in settings. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a content type of one's own must contain. */
    String mark() {
        return mark;
    }

    String contentType() {
        return contentType;
    }

    /** The methods that may be chosen; empty when there is no choice. */
    List<String> methods() {
        return methods;
    }

    /** The method when none is chosen. */
    String method() {
        return this == QUERY ? "GET" : "POST";
    }
}
