package dev.sluice.delivery.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.FileName;
import dev.sluice.delivery.FileTokens;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.TransportResult.Delivered;
import dev.sluice.delivery.TransportResult.Failed;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link Transport} must do: whole files under their final names or none. Extend it, wire the transport to a
 * server of your own that is empty, and say what stands there and how it breaks.
 */
public abstract class TransportContract {
    /** What stands for tokens in the requests of these tests: March 9th 2026, 02:05:07 in Chicago, batch {@code nightly}. */
    protected static final FileTokens TOKENS = FileTokens.of(
            ZonedDateTime.parse("2026-03-09T02:05:07-05:00[America/Chicago]"), "nightly", "nightly-7", 42);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String KEY = "batch_nightly-7";
    private static final int LARGE = 400_000;

    /** The transport. */
    protected abstract Transport transport();

    /** Settings that are right. */
    protected abstract Obj config();

    /** Every file that arrived at the place, by the last of its names, those under temporary names among them. */
    protected abstract Map<String, byte[]> files() throws IOException;

    /** The server breaks all connections, and takes new ones. */
    protected abstract void drop() throws IOException;

    /** The server takes no more bytes from now on, until {@link #free}. */
    protected abstract void fill() throws IOException;

    /** The server takes bytes again. */
    protected abstract void free() throws IOException;

    /** The server ends. */
    protected abstract void stop() throws IOException;

    /** Whether the transport can see what stands at the place; mailboxes cannot be looked into. */
    protected boolean looks() {
        return true;
    }

    /** A file of these bytes. */
    protected static OutgoingFile file(String name, byte[] bytes) {
        return new OutgoingFile(name, "text/csv", bytes.length, sha256(bytes), () -> new ByteArrayInputStream(bytes));
    }

    /** One try of a file. */
    protected final TransportResult put(OutgoingFile file) {
        return put(file, config(), PATIENCE);
    }

    /** One try of a file with other settings. */
    protected final TransportResult put(OutgoingFile file, Obj config) {
        return put(file, config, PATIENCE);
    }

    private TransportResult put(OutgoingFile file, Obj config, Duration time) {
        TransportRequest request = new TransportRequest(file, config, TOKENS, KEY, Deadline.in(time, System::nanoTime));
        return Limited.call(PATIENCE, "put", () -> transport().put(request));
    }

    private static @Nullable String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes that no packing makes small. */
    private static byte[] large() {
        byte[] bytes = new byte[LARGE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        return bytes;
    }

    private void standsOnly(String name, byte[] bytes) throws IOException {
        Map<String, byte[]> all = files();
        assertThat(all).containsOnlyKeys(name);
        assertThat(all.get(name)).isEqualTo(bytes);
    }

    @Test
    void a_large_file_arrives_byte_by_byte_and_nothing_else_stands_there() throws IOException {
        TransportResult result = put(file("a.csv", large()));

        assertThat(result).isInstanceOfSatisfying(Delivered.class, at -> assertThat(at.alreadyThere())
                .isFalse());
        standsOnly("a.csv", large());
    }

    @Test
    void a_file_without_bytes_arrives() throws IOException {
        assertThat(put(file("empty.csv", new byte[0]))).isInstanceOf(Delivered.class);
        standsOnly("empty.csv", new byte[0]);
    }

    @Test
    void an_earlier_try_that_arrived_is_found_where_one_can_look() throws IOException {
        put(file("a.csv", text("ours")));
        TransportResult again = put(file("a.csv", text("ours")));

        assertThat(again).isInstanceOfSatisfying(Delivered.class, at -> assertThat(at.alreadyThere())
                .isEqualTo(looks()));
        standsOnly("a.csv", text("ours"));
    }

    @Test
    void a_file_whose_bytes_are_never_the_same_is_told_by_its_size() throws IOException {
        put(file("a.zip", text("ours")));
        OutgoingFile unlike =
                new OutgoingFile("a.zip", "application/zip", 4, null, () -> new ByteArrayInputStream(text("OURS")));

        assertThat(put(unlike)).isInstanceOfSatisfying(Delivered.class, at -> assertThat(at.alreadyThere())
                .isEqualTo(looks()));
    }

    @Test
    void a_file_of_that_name_with_other_bytes_stays_as_it_is() throws IOException {
        put(file("a.csv", text("theirs")));
        TransportResult result = put(file("a.csv", text("ours!!")));

        if (looks()) {
            assertThat(result).isInstanceOfSatisfying(Failed.class, no -> assertThat(no.retryable())
                    .isFalse());
            standsOnly("a.csv", text("theirs"));
        }
    }

    @Test
    void a_source_that_breaks_half_way_leaves_nothing_and_the_next_try_works() throws IOException {
        TransportResult result = put(reading(() -> {
            throw new IOException("gone");
        }));

        assertThat(result).isInstanceOf(Failed.class);
        assertThat(files().keySet()).doesNotContain("a.csv");
        assertThat(put(file("a.csv", large()))).isInstanceOf(Delivered.class);
        standsOnly("a.csv", large());
    }

    @Test
    void a_connection_that_breaks_half_way_leaves_nothing_and_the_next_try_works() throws IOException {
        TransportResult result = put(reading(this::drop));

        if (result instanceof Failed) {
            assertThat(files().keySet()).doesNotContain("a.csv");
        }
        assertThat(put(file("a.csv", large()))).isInstanceOf(Delivered.class);
        standsOnly("a.csv", large());
    }

    @Test
    void a_file_that_is_longer_than_it_says_leaves_nothing() throws IOException {
        OutgoingFile longer =
                new OutgoingFile("a.csv", "text/csv", 9, null, () -> new ByteArrayInputStream(text("0123456789")));

        assertThat(put(longer)).isInstanceOf(Failed.class);
        assertThat(files().keySet()).doesNotContain("a.csv");
    }

    @Test
    void a_server_that_is_full_leaves_nothing_and_the_next_try_works() throws IOException {
        fill();
        TransportResult full = put(file("a.csv", large()));

        assertThat(full).isInstanceOf(Failed.class);
        assertThat(files().keySet()).doesNotContain("a.csv");
        free();
        assertThat(put(file("a.csv", large()))).isInstanceOf(Delivered.class);
        standsOnly("a.csv", large());
    }

    @Test
    void nobody_there_is_surely_no_arrival_and_may_be_tried_again() throws IOException {
        stop();

        assertThat(put(file("a.csv", text("ours")))).isInstanceOfSatisfying(Failed.class, no -> {
            assertThat(no.retryable()).isTrue();
            assertThat(no.mayHaveArrived()).isFalse();
        });
    }

    @Test
    void a_deadline_that_has_passed_leaves_nothing() throws IOException {
        assertThat(put(file("a.csv", large()), config(), Duration.ZERO)).isInstanceOf(Failed.class);
        assertThat(files().keySet()).doesNotContain("a.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "/etc/passwd", "..\\x.csv", "CON", "a\r\nDELE b.csv", "300"})
    void whatever_a_name_is_the_file_stands_under_its_safe_form(String name) throws IOException {
        String given = name.equals("300") ? "x".repeat(300) + ".csv" : name;

        assertThat(put(file(given, text("ours")))).isInstanceOf(Delivered.class);
        standsOnly(FileName.safe(given), text("ours"));
    }

    @Test
    void the_settings_of_these_tests_are_right_and_a_name_that_is_none_is_told() {
        assertThat(transport().check(config())).isEmpty();
        assertThat(transport().check(config().with("colour", Value.text("red"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/colour"));
    }

    /** A large file at whose middle something happens. */
    private static OutgoingFile reading(HalfWay halfWay) {
        byte[] bytes = large();
        return new OutgoingFile(
                "a.csv", "text/csv", bytes.length, sha256(bytes), () -> new Interrupted(bytes, halfWay));
    }

    private interface HalfWay {
        void happens() throws IOException;
    }

    private static final class Interrupted extends InputStream {
        private final byte[] bytes;
        private final HalfWay halfWay;
        private int position;
        private boolean happened;

        private Interrupted(byte[] bytes, HalfWay halfWay) {
            this.bytes = bytes;
            this.halfWay = halfWay;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (!happened && position > bytes.length / 2) {
                happened = true;
                halfWay.happens();
            }
            int some = Math.min(Math.min(length, 8_192), bytes.length - position);
            if (some <= 0) {
                return length == 0 ? 0 : -1;
            }
            System.arraycopy(bytes, position, into, offset, some);
            position += some;
            return some;
        }
    }
}
