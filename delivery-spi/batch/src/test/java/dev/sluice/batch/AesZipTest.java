package dev.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.ConfigProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AesZipTest {
    @TempDir
    private Path folder;

    private final AesZip zip = AesZip.create(name -> name.equals("buyer") ? "pass w\u00f6rd" : null);

    private byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = zip.over(bytes, "leads.csv", "{buyer}")) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private ZipFile archive(byte[] bytes, String password) throws IOException {
        return new ZipFile(Files.write(folder.resolve("a.zip"), bytes).toFile(), password.toCharArray());
    }

    @Test
    void only_who_knows_the_password_opens_it() throws IOException {
        byte[] content = "email\nann@example.com\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        byte[] packed = packed(content);

        assertThat(new String(packed, StandardCharsets.ISO_8859_1)).doesNotContain("ann@example.com");
        assertThat(packed.length).isLessThan(content.length / 10);
        try (ZipFile opened = archive(packed, "pass w\u00f6rd")) {
            assertThat(opened.getFileHeaders()).singleElement().satisfies(header -> {
                assertThat(header.getFileName()).isEqualTo("leads.csv");
                assertThat(header.getAesExtraDataRecord().getAesKeyStrength())
                        .isEqualTo(AesKeyStrength.KEY_STRENGTH_256);
            });
            opened.extractAll(folder.resolve("out").toString());
        }
        assertThat(folder.resolve("out/leads.csv")).hasBinaryContent(content);
        try (ZipFile closed = archive(packed, "guess")) {
            assertThatThrownBy(() -> closed.extractAll(folder.resolve("no").toString()))
                    .isInstanceOf(ZipException.class);
        }
    }

    @Test
    void the_same_content_is_other_bytes_and_as_many() throws IOException {
        byte[] content = "email\n".getBytes(StandardCharsets.UTF_8);
        assertThat(packed(content)).isNotEqualTo(packed(content)).hasSameSizeAs(packed(content));
    }

    @Test
    void a_password_that_is_not_there_packs_nothing() {
        assertThat(zip.check("{buyer}")).isEmpty();
        assertThat(zip.check("{other}")).extracting(ConfigProblem::code).containsExactly("unknown_secret");
        assertThatThrownBy(() -> zip.over(new ByteArrayOutputStream(), "a.csv", "{other}"))
                .isInstanceOf(IOException.class);
    }
}
