package dev.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README of the test kit shows is a test that runs here. */
class TestkitReadmeTest {
    @Test
    void the_test_that_it_shows_is_one_of_these() throws IOException {
        String shown =
                Document.at("core/testkit/README.md").blocks("java").get(0).strip();
        String test =
                Files.readString(Path.of("src", "test", "java", "dev", "sluice", "examples", "WaterfallFlowTest.java"));

        assertThat(test).contains(shown);
    }
}
