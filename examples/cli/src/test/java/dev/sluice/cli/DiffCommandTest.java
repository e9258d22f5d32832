package dev.sluice.cli;

import static dev.sluice.cli.Shell.sluice;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    private static final String FLOW = """
            {"id": "x", "caps": [{"id": "day", "maximum": 500, "durationUnits": "day"}], "sources": [{"id": "web"}]}
            """;

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void changes_and_consequences_a_line_each() throws IOException {
        String before = file("a.json", FLOW);
        String after =
                file("b.json", FLOW.replace("500, \"durationUnits\": \"day\"", "40, \"durationUnits\": \"hour\""));

        Shell.Result told = sluice("diff", before, after);

        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out()).isEqualTo("""
                cap changed: 'day' maximum 500 -> 40
                cap changed: 'day' durationUnits "day" -> "hour"
                ! cap 'day' begins at 0: its window is shorter
                """);
        assertThat(sluice("diff", "--json", before, after).answers())
                .extracting(line -> line.part("kind").text())
                .containsExactly("changed", "changed", "consequence");
    }

    @Test
    void nothing_differs() throws IOException {
        String before = file("a.json", FLOW);

        Shell.Result told = sluice("diff", before, file("b.json", FLOW.replace(" ", "")));

        assertThat(told.status()).isZero();
        assertThat(told.out()).isEmpty();
    }

    @Test
    void a_file_that_holds_no_flow_is_named() throws IOException {
        Shell.Result told = sluice("diff", file("a.json", FLOW), file("b.json", "{\"id\": \"x\", \"idd\": 1}"));

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains("b.json", "/idd");
    }
}
