package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

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
}
