package dev.sluice.delivery.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.ZipEncryption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link ZipEncryption} keeps to; extend it, give one, and open what it packed. */
public abstract class ZipEncryptionContract {
    private static final String INNER = "leads.csv";
    private static final byte[] CONTENT =
            "canary@example.com;4111\r\n".repeat(500).getBytes(UTF_8);

    /** The encryption. */
    protected abstract ZipEncryption encryption();

    /** A password as settings name it, whose secret is there. */
    protected abstract String known();

    /** A password as settings name it, whose secret is not there. */
    protected abstract String unknown();

    /** The content of {@code inner} in the archive, opened with the secret of {@link #known}. */
    protected abstract byte[] unpacked(byte[] archive, String inner) throws IOException;

    private byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (OutputStream out = encryption().over(archive, INNER, known())) {
            out.write(content);
        }
        return archive.toByteArray();
    }

    @Test
    protected void who_knows_the_password_gets_the_file() throws IOException {
        assertThat(unpacked(packed(CONTENT), INNER)).isEqualTo(CONTENT);
        assertThat(unpacked(packed(new byte[0]), INNER)).isEmpty();
    }

    @Test
    protected void nobody_else_reads_a_value() throws IOException {
        assertThat(new String(packed("canary@example.com".getBytes(UTF_8)), UTF_8))
                .doesNotContain("canary");
    }

    /** A file is made again when a transport asks for its size first. */
    @Test
    protected void the_same_content_is_packed_otherwise_and_as_long() throws IOException {
        byte[] once = packed(CONTENT);
        byte[] again = packed(CONTENT);

        assertThat(again).isNotEqualTo(once).hasSameSizeAs(once);
    }

    @Test
    protected void a_password_that_is_there_is_well() {
        assertThat(encryption().check(known())).isEmpty();
    }

    /** A check tells it before a batch is made; the batch does not go out without. */
    @Test
    protected void without_its_password_nothing_is_packed() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();

        assertThat(encryption().check(unknown())).isNotEmpty().allSatisfy(problem -> assertThat(problem.pointer())
                .isEmpty());
        assertThatThrownBy(() -> encryption().over(archive, INNER, unknown())).isInstanceOf(IOException.class);
        assertThat(archive.size()).isZero();
    }

    @Test
    protected void its_end_ends_what_is_below() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        OutputStream below = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        encryption().over(below, INNER, known()).close();

        assertThat(closed.get()).isPositive();
    }

    @Test
    protected void faults_of_the_place_are_told() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThatThrownBy(() -> {
                    try (OutputStream out = encryption().over(full, INNER, known())) {
                        out.write(CONTENT);
                    }
                })
                .isInstanceOf(IOException.class);
    }
}
