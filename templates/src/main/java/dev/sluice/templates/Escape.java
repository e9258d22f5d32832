package dev.sluice.templates;

import dev.sluice.templates.internal.escape.CharacterEscaper;
import dev.sluice.templates.internal.escape.CsvEscaper;
import dev.sluice.templates.internal.escape.Escaper;
import dev.sluice.templates.internal.escape.UrlEscaper;

/** How a value is written into text, by where the text goes. Every method is safe on any thread. */
public enum Escape {
    /** As it is. */
    NONE(Escaper.NONE),
    /** {@code & < > " ' ` =} as character references: element text and quoted attributes. */
    HTML(CharacterEscaper.html()),
    /** For the inside of a JSON string. */
    JSON(CharacterEscaper.json()),
    /** {@code & < > " '} as entities; characters that XML does not allow become U+FFFD. */
    XML(CharacterEscaper.xml()),
    /** Percent-encoded UTF-8; only letters, digits and {@code - . _ ~} stay. */
    URL(new UrlEscaper()),
    /** For one field of a CSV row: in quotes when it holds a comma, a quote or a line break. */
    CSV(new CsvEscaper());

    private final Escaper escaper;

    Escape(Escaper escaper) {
        this.escaper = escaper;
    }

    /** {@code text} in this form. */
    public String apply(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        append(text, out);
        return out.toString();
    }

    /** Writes {@code text} in this form to the end of {@code out}. */
    public void append(String text, StringBuilder out) {
        escaper.append(text, out);
    }
}
