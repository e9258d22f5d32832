package dev.sluice.batch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The bytes of a workbook without the moment at which the library made it: a file that is made again after a crash must
 * have the digest of the first. The moment stands in one small part behind all sheets, uncompressed; it is put to 1980, and the
 * part's checksums are corrected. Where the part is not found, the bytes stay as they are.
 */
final class UntimedWorkbook extends FilterOutputStream {
    private static final Pattern PROPERTIES = Pattern.compile(
            "<\\?xml[^>]*><cp:coreProperties[^>]*>.*?<dcterms:created[^>]*>([^<]*)</dcterms:created></cp:coreProperties>",
            Pattern.DOTALL);
    private static final String MOMENT = "1980-01-01T00:00:00.000000000";

    private final OutputStream destination;
    private final ByteArrayOutputStream tail = new ByteArrayOutputStream();

    UntimedWorkbook(OutputStream destination) {
        super(destination);
        this.destination = destination;
    }

    /** Keeps what is written from now on. */
    void holdTail() throws IOException {
        out.flush();
        out = tail;
    }

    void writeTail() throws IOException {
        out = destination;
        out.write(untimed(tail.toString(ISO_8859_1)).getBytes(ISO_8859_1));
    }

    private static String untimed(String bytes) {
        Matcher found = PROPERTIES.matcher(bytes);
        if (!found.find() || found.group(1).length() > MOMENT.length()) {
            return bytes;
        }
        String moment = MOMENT.substring(0, found.group(1).length() - 1) + "Z";
        int from = found.start(1) - found.start();
        String part = found.group();
        String still = part.substring(0, from) + moment + part.substring(from + moment.length());
        return bytes.replace(part, still).replace(checksum(part), checksum(still));
    }

    /** As archives hold it. */
    private static String checksum(String part) {
        CRC32 crc = new CRC32();
        crc.update(part.getBytes(ISO_8859_1));
        byte[] four = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .array();
        return new String(four, ISO_8859_1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }
}
