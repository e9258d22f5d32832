package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a|a",
                "lead.items[0].name|lead;items;0;name",
                "items.0|items;0",
                "headers[\"Retry-After\"]|headers;Retry-After",
                "headers['a]b'].c|headers;a]b;c",
                "a.[odd key]|a;odd key",
                "[first].x|first;x",
                "a[b][c]|a;b;c",
                "a[\"]|a;\"",
                "a['b]|a;'b",
                "a[\"b']|a;\"b'",
                "a b.c-d|a b;c-d"
            })
    void dots_and_brackets_part_words(String text, String words) {
        Path path = Path.of(text);

        assertThat(path.words()).containsExactly(words.split(";"));
        assertThat(path.head()).isEqualTo(words.split(";")[0]);
        assertThat(path.text()).isEqualTo(words.replace(';', '.'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~|1|a name is missing",
                "a.|3|a name is missing",
                ".a|1|a name is missing",
                "a..b|3|a name is missing",
                "a[|2|the bracket is not closed",
                "a[b|2|the bracket is not closed",
                "a[]|4|a name is missing in the brackets",
                "a['']|6|a name is missing in the brackets",
                "a[b]c|5|expected a dot or a bracket"
            })
    void what_is_no_path_is_refused_at_its_place(String text, int column, String fault) {
        InvalidPathException refused = catchThrowableOfType(InvalidPathException.class, () -> Path.of(text));

        assertThat(refused).hasMessage("path '" + text + "': " + fault + " (column " + column + ")");
        assertThat(refused.path()).isEqualTo(text);
        assertThat(refused.column()).isEqualTo(column);
    }

    @Test
    void a_path_of_a_thousand_characters_is_the_longest() {
        assertThat(Path.of("a".repeat(1_000)).words()).hasSize(1);
        InvalidPathException refused =
                catchThrowableOfType(InvalidPathException.class, () -> Path.of("a".repeat(1_001)));
        assertThat(refused)
                .hasMessageContaining("is longer than 1000 characters")
                .hasMessageContaining("...'");
    }

    @Test
    void a_path_keeps_the_words_it_was_given_then() {
        List<String> words = new ArrayList<>(List.of("a"));
        Path path = new Path(words);
        words.add("b");

        assertThat(path.words()).containsExactly("a");
    }
}
