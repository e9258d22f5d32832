package dev.sluice.email;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A file in a message. Its content is read while the message is sent, so that a large one never lies in memory.
 *
 * @param name what the recipient sees, without folders
 * @param contentType such as {@code text/csv}
 * @param length bytes of the content
 * @param content opens the content anew each time
 */
public record Attachment(String name, String contentType, long length, Content content) {
    private static final String POINTER = "/attachments";
    private static final Pattern TYPE =
            Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}(; charset=[A-Za-z0-9-]{1,40})?");

    public Attachment {
        requireNonNull(content, "content");
        String shown = HeaderText.of(name, POINTER);
        if (shown.isEmpty() || shown.contains("/") || shown.contains("\\")) {
            throw new InvalidMailException(POINTER, "a file's name has at least one character and no folders");
        }
        if (!TYPE.matcher(contentType).matches()) {
            throw new InvalidMailException(POINTER, "a content type looks like text/csv");
        }
    }

    /** Gives the bytes. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /** An attachment of these bytes. */
    public static Attachment of(String name, String contentType, byte[] bytes) {
        byte[] copy = bytes.clone();
        return new Attachment(name, contentType, copy.length, () -> new ByteArrayInputStream(copy));
    }

    /**
     * An attachment of a file, which must stay as it is until the message is sent.
     *
     * @throws UncheckedIOException when the file cannot be looked at
     */
    public static Attachment of(String name, String contentType, Path file) {
        try {
            return new Attachment(name, contentType, Files.size(file), () -> Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the file to attach cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return "attachment of " + length + " bytes";
    }
}
