package dev.sluice.http.internal.apache;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/**
 * The body of an answer, unpacked and bounded: what is counted is what comes out, so that a small body cannot become a large one.
 *
 * @param bytes what was read
 * @param isCut whether there is more
 * @param isDrained whether the connection stands right behind it
 */
public record Body(byte[] bytes, boolean isCut, boolean isDrained) {
    /** What requests say that they can read. */
    public static final String ENCODINGS = "gzip, deflate";

    private static final Body NONE = new Body(new byte[0], false, true);
    private static final Set<String> PACKED = Set.of("gzip", "x-gzip", "deflate");
    private static final int ZLIB = 8;
    private static final int ZLIB_CHECK = 31;

    /** Reads the body of {@code answer}, {@code largest} bytes of it at most. */
    public static Body of(ClassicHttpResponse answer, int largest) throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            return NONE;
        }
        InputStream raw = entity.getContent();
        String encoding = encoding(answer);
        if (!PACKED.contains(encoding)) {
            return read(raw, raw, entity.getContentLength(), largest);
        }
        try (InputStream body = unpacked(new StaysOpen(raw), encoding)) {
            return read(raw, body, -1, largest);
        }
    }

    /** What length a body says to have only bounds the room for it: it may hold less. */
    private static Body read(InputStream raw, InputStream body, long length, int largest) throws IOException {
        byte[] bytes = body.readNBytes(length < 0 ? largest : (int) Math.min(length, largest));
        boolean cut = bytes.length == largest && body.read() >= 0;
        return new Body(bytes, cut, !cut && raw.read() < 0);
    }

    /** Closing the client's own stream would read what is left of a body that may have no end. */
    private static final class StaysOpen extends FilterInputStream {
        StaysOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // Ended with the answer.
        }
    }

    private static String encoding(ClassicHttpResponse answer) {
        Header header = answer.getFirstHeader("Content-Encoding");
        return header == null || header.getValue() == null
                ? ""
                : header.getValue().strip().toLowerCase(Locale.ROOT);
    }

    /** What is packed in a way that no request asked for stays as it is, and does not come here. */
    private static InputStream unpacked(InputStream raw, String encoding) throws IOException {
        PushbackInputStream body = new PushbackInputStream(raw, 2);
        int first = body.read();
        if (first < 0) {
            return body;
        }
        int second = body.read();
        if (second >= 0) {
            body.unread(second);
        }
        body.unread(first);
        return encoding.equals("deflate")
                ? inflated(body, new Inflater(!isZlib(first, second)))
                : new GZIPInputStream(body);
    }

    private static InputStream inflated(InputStream body, Inflater inflater) {
        return new InflaterInputStream(body, inflater) {
            @Override
            public void close() throws IOException {
                inflater.end();
                super.close();
            }
        };
    }

    /** Some peers leave out the frame that the encoding prescribes. */
    private static boolean isZlib(int first, int second) {
        return (first & 0xF) == ZLIB && ((first << 8) + second) % ZLIB_CHECK == 0;
    }
}
