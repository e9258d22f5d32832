package dev.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The demo of partners prints what its guide says. */
class PartnersDemoTest {
    @Test
    void the_demo_prints_what_the_guide_says() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        PartnersDemo.run(new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(Document.at("core/docs/guides/partners.md")
                        .blocks("text")
                        .get(0));
    }
}
