package dev.sluice.cli.leads;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a stream of bytes, one at a time, of bounded length and strictly in UTF-8. */
public final class Lines {
    /** The longest line that is read, in bytes. */
    public static final int LONGEST = 64 * 1024 * 1024;

    private final InputStream in;
    private long number;

    public Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /** A line and its number, from 1; its text is empty when it is no UTF-8 or too long. */
    public record Line(long number, Optional<String> text) {
        /** Whether there is nothing to read in it. */
        public boolean isBlank() {
            return text.isPresent() && text.get().isBlank();
        }
    }

    /** The next line without its end; empty after the last one. A byte order mark before the first line is dropped. */
    public Optional<Line> next() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
            int b = in.read();
            if (b < 0) {
                return Optional.empty();
            }
            boolean fits = true;
            for (; b >= 0 && b != '\n'; b = in.read()) {
                fits = bytes.size() < LONGEST;
                if (fits) {
                    bytes.write(b);
                }
            }
            number++;
            return Optional.of(new Line(number, fits ? decoded(bytes.toByteArray()) : Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String whole = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            return Optional.of(number == 1 && whole.startsWith("\ufeff") ? whole.substring(1) : whole);
        } catch (CharacterCodingException noUtf8) {
            return Optional.empty();
        }
    }
}
