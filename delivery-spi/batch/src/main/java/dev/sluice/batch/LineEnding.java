package dev.sluice.batch;

/** What stands after each row. */
public enum LineEnding {
    LF("\n"),
    CRLF("\r\n"),
    CR("\r");

    private final String text;

    LineEnding(String text) {
        this.text = text;
    }

    /** The characters. */
    public String text() {
        return text;
    }
}
