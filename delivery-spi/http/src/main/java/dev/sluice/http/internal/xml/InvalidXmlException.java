package dev.sluice.http.internal.xml;

/** A text is no XML that may be read. */
public final class InvalidXmlException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidXmlException(String message, Throwable cause) {
        super(message, cause);
    }
}
