package dev.sluice.examples.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The example runs and prints what its README and that of the project say. */
@Timeout(60)
class TwoBuyersTest {
    private static String printed() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TwoBuyers.run(Path.of("webhooks/flow.json"), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void it_prints_what_the_readme_s_show() throws Exception {
        String printed = printed();

        assertThat(Files.readString(Path.of("webhooks/README.md"))).contains("```text\n" + printed + "```");
        assertThat(Files.readString(Path.of("../README.md"))).contains(dee(printed));
    }

    /** The lead whose replies were lost. */
    private static String dee(String printed) {
        return printed.substring(printed.indexOf("dee: "), printed.indexOf("eve: "));
    }
}
