package dev.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.delivery.FileName;
import dev.sluice.delivery.FilePattern;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileNameTest {
    private static final Path FOLDER = Path.of("/srv/out");

    static Stream<JsonNode> hostile() {
        return JsonLines.of("abuse/path-traversal.jsonl");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatever_a_text_is_its_safe_form_is_a_child_of_the_folder(JsonNode row) {
        isChild(FileName.safe(row.get("value").asText()));
    }

    private static void isChild(String safe) {
        assertThat(FOLDER.resolve(safe).normalize().getParent()).isEqualTo(FOLDER);
        assertThat(safe).doesNotContain("/", "\\", ":", "\u0000").isNotBlank();
        assertThat(safe.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(FileName.LONGEST);
        assertThat(FileName.isSafe(safe)).isTrue();
    }

    @RepeatedTest(20)
    void whatever_the_letters_are_the_safe_form_is_its_own_safe_form(RepetitionInfo info) {
        SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
        String nasty = "./\\ -~:CONcom1\u0000\r\n\u202e\uff0f\u2025\ud83d\ude00\ud800e\u0301{}%";
        for (int n = 0; n < 500; n++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(0, 300);
            for (int i = 0; i < length; i++) {
                text.append(
                        random.nextBoolean()
                                ? nasty.charAt(random.nextInt(nasty.length()))
                                : (char) random.nextInt(0x3000));
            }
            isChild(FileName.safe(text.toString()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "leads_2026-03-08.csv, leads_2026-03-08.csv",
        "../../x, ___.._x",
        "CON, _CON",
        "con.csv, _con.csv",
        "COM1.tar.gz, _COM1.tar.gz",
        "'', _",
        "..., ___",
        "x., x_",
        "-rf.csv, _rf.csv",
        ".htaccess, _htaccess",
        "Anfragen für März.csv, Anfragen für März.csv"
    })
    void names_are_changed_no_more_than_needed(String text, String safe) {
        assertThat(FileName.safe(text)).isEqualTo(safe);
    }

    @Test
    void a_long_name_keeps_its_extension() {
        String safe = FileName.safe("ü".repeat(300) + ".csv");
        assertThat(safe).endsWith("ü.csv");
        assertThat(safe.getBytes(StandardCharsets.UTF_8)).hasSize(FileName.LONGEST);
    }

    @Test
    void tokens_stand_for_the_moment_in_the_zone_of_the_batch() {
        assertThat(FilePattern.of("{batch}_{date}_{time}_{year}{month}{day}_{count}_{batch_id}.csv")
                        .fill(Outgoing.TOKENS))
                .isEqualTo("nightly_2026-03-09_020507_20260309_42_batch_7.csv");
    }

    @Test
    void the_older_spellings_are_read() {
        assertThat(FilePattern.of("{{batch.name}}-{{delivery.date}}-{{lead.count}}")
                        .fill(Outgoing.TOKENS))
                .isEqualTo("nightly-2026-03-09-42");
    }

    @Test
    void an_unknown_token_is_named_and_never_filled() {
        FilePattern pattern = FilePattern.of("x_{dat}_{date}_{{lead.email}}.csv");
        assertThat(pattern.unknown()).containsExactly("dat", "lead.email");
        assertThatThrownBy(() -> pattern.fill(Outgoing.TOKENS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("{dat} is no token; there are [batch, batch_id, count, date,");
    }
}
