package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    @Test
    void without_words_it_tells_what_it_can_do() {
        Shell.Result result = sluice();

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("  parse ", "  eval ", "  render ")
                .isEqualTo(sluice("--help").out());
    }

    @Test
    void an_unknown_subcommand_is_one_line_and_status_2() {
        Shell.Result result = sluice("prase");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(1).first().asString().contains("prase");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parse", "mask", "eval", "render"})
    void an_unknown_option_is_one_line_and_status_2(String subcommand) {
        Shell.Result result = sluice(subcommand, "--no-such");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(1).first().asString().contains("--no-such");
    }

    @Test
    void a_file_that_is_not_there_is_one_line_and_status_2() {
        Shell.Result result = sluice("parse", "no-such-file.jsonl");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(1).first().asString().contains("no-such-file.jsonl");
    }

    @Test
    void the_readme_lists_every_subcommand() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> listed = readme.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3).split("[ `]", 2)[0])
                .toList();
        List<String> helped = sluice().lines().stream()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();

        assertThat(helped).isNotEmpty().isSubsetOf(listed);
    }
}
