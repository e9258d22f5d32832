package dev.sluice.cli;

import static dev.sluice.cli.Shell.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts and connections in a file, from the command line. */
class PartnersCommandTest {
    @TempDir
    private Path folder;

    private Shell.Result partners(String lines) {
        return pipe(lines, "partners", "--store", "jdbc:sqlite:" + folder.resolve("partners.db"));
    }

    @Test
    void two_accounts_connect_and_the_next_process_knows() {
        partners("""
            {"do":"open","account":"ann","name":"Ann Solar","email":"ann@example.com","plan":"paid"}
            {"do":"open","account":"bob","name":"Bob Roofs","email":"bob@example.com"}
            """);
        List<Value> asked = partners("{\"do\":\"invite\",\"account\":\"ann\",\"to\":\"bob\",\"relation\":\"buyer\"}\n")
                .answers();
        String connection = asked.get(0).part("connection").text();
        assertThat(asked.get(0).part("state").text()).isEqualTo("pending");

        List<Value> answered = partners(
                        "{\"do\":\"accept\",\"account\":\"bob\",\"connection\":\"" + connection + "\"}\n"
                                + "{\"do\":\"accept\",\"account\":\"bob\",\"connection\":\"" + connection + "\"}\n"
                                + "{\"do\":\"key\",\"account\":\"ann\",\"connection\":\"" + connection + "\"}\n"
                                + "{\"do\":\"revoke\",\"account\":\"eve\",\"connection\":\"" + connection + "\"}\n")
                .answers();

        assertThat(answered.get(0).part("state").text()).isEqualTo("active");
        assertThat(answered.get(1).part("refused").text()).isEqualTo("already_answered");
        assertThat(answered.get(2).part("key").text()).startsWith(connection + ".");
        assertThat(answered.get(3).part("refused").text()).isEqualTo("not_found");
        Shell.Result table =
                Shell.sluice("partners", "--store", "jdbc:sqlite:" + folder.resolve("partners.db"), "--account", "bob");
        assertThat(table.out())
                .contains(connection)
                .contains("ann")
                .contains("source")
                .contains("active");
    }

    @Test
    void an_invitation_by_address_gives_its_token_to_who_may_pass_it_on() {
        partners("{\"do\":\"open\",\"account\":\"ann\",\"name\":\"Ann\",\"email\":\"ann@example.com\"}\n");
        String token = partners("{\"do\":\"invite\",\"account\":\"ann\",\"email\":\"fay@example.com\",\"name\":\"Fay\","
                        + "\"relation\":\"buyer\"}\n")
                .answers()
                .get(0)
                .part("token")
                .text();

        assertThat(partners("{\"do\":\"join\",\"account\":\"fay\",\"token\":\"" + token + "\"}\n")
                        .answers()
                        .get(0)
                        .part("state")
                        .text())
                .isEqualTo("active");
    }

    @Test
    void a_line_that_makes_no_sense_says_why_and_the_rest_go_on() {
        assertThat(partners("{\"do\":\"dance\",\"account\":\"ann\"}\n"
                                + "{\"do\":\"end\",\"account\":\"ann\",\"connection\":\"c\",\"at\":\"soon\"}\n"
                                + "nonsense\n")
                        .answers())
                .extracting(answer -> answer.part("error").part("message").text())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("'dance' is nothing that can be done"),
                        second -> assertThat(second).isEqualTo("'at' must be a moment such as 2026-03-15T12:00:00Z"),
                        third -> assertThat(third).contains("bare word"));
    }
}
