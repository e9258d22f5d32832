package dev.sluice.batch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixedWidthFormatTest {
    private static final List<String> COLUMNS = List.of("name", "amount");

    private static FixedWidthFormat.Builder columns() {
        return FixedWidthFormat.builder()
                .column("name", 6)
                .column("amount", FixedColumn.of(8).atRight().fill('0'));
    }

    private static Rows written(FixedWidthFormat format, Value name, Value amount) {
        return Rows.of(format, COLUMNS, List.of(List.of(name, amount)));
    }

    @Test
    void values_are_filled_up_on_their_side() {
        Rows rows = written(
                columns().header(true).lineEnding(LineEnding.CRLF).build(),
                Value.text("Ann"),
                Num.spelled(new BigDecimal("25.00"), "25.00"));
        assertThat(new String(rows.bytes(), UTF_8)).isEqualTo("name  00amount\r\nAnn   00025.00\r\n");
        assertThat(rows.marked()).isZero();
    }

    @Test
    void what_is_missing_is_filled_up_whole() {
        assertThat(new String(
                        written(columns().build(), Value.missing(), Value.text(null))
                                .bytes(),
                        UTF_8))
                .isEqualTo("      00000000\n");
    }

    @Test
    void what_is_too_long_is_cut_and_counted() {
        Rows rows = written(columns().build(), Value.text("Ann\ud83d\ude00 Smith"), Value.text("1"));
        assertThat(new String(rows.bytes(), UTF_8)).isEqualTo("Ann\ud83d\ude00 S00000001\n");
        assertThat(rows.marked()).isEqualTo(1);
    }

    @Test
    void line_breaks_and_what_cannot_be_encoded_do_not_move_the_columns() {
        Rows rows =
                written(columns().encoding(ISO_8859_1).build(), Value.text("a\r\n\u20ac\ud83d\u00e9"), Value.text("1"));
        assertThat(new String(rows.bytes(), ISO_8859_1)).isEqualTo("a  ??\u00e900000001\n");
        assertThat(rows.marked()).isEqualTo(1);
    }

    @Test
    void a_column_without_a_width_is_refused_before_any_row() {
        assertThatThrownBy(() -> Rows.of(columns().build(), List.of("name", "state"), List.of()))
                .hasMessage("column 'state' has no width");
        assertThatThrownBy(() -> FixedColumn.of(0)).hasMessageContaining("1 to 10000");
        assertThatThrownBy(() -> FixedColumn.of(3).fill('\n')).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_line_of_any_texts_has_the_width_of_the_columns() {
        Random random = new Random(11);
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(Rows.texts(text(random), text(random)));
        }
        String text = new String(Rows.of(columns().build(), COLUMNS, rows).bytes(), UTF_8);
        assertThat(text.split("\n")).hasSize(500).allMatch(line -> line.codePointCount(0, line.length()) == 14);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append("ab \r\n\t\0\u0085\u2028\u00e9\ud83d\ude00".charAt(random.nextInt(12)));
        }
        return text.toString();
    }
}
