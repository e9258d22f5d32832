package dev.sluice.examples.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The example runs and prints what its README says. */
@Timeout(60)
class FailoverTest {
    private static String printed() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Failover.run(Path.of("failover/flow.json"), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void it_prints_what_the_readme_shows() throws Exception {
        String printed = printed();

        assertThat(Files.readString(Path.of("failover/README.md"))).contains("```text\n" + printed + "```");
    }
}
