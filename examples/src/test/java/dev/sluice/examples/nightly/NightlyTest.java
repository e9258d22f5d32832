package dev.sluice.examples.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example runs and prints what its README says. */
@Tag("real-server")
@Timeout(60)
class NightlyTest {
    @TempDir
    private Path root;

    @Test
    void it_prints_what_the_readme_shows() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Nightly.run(Path.of("nightly/flow.json"), root, new PrintStream(out, true, StandardCharsets.UTF_8));
        String printed = out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");

        assertThat(Files.readString(Path.of("nightly/README.md"))).contains("```text\n" + printed + "```");
    }
}
