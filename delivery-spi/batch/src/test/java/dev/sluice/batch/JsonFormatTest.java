package dev.sluice.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFormatTest {
    private static final List<String> COLUMNS = List.of("name", "age");
    private static final List<List<Value>> PEOPLE =
            List.of(List.of(Value.text("Ann \"A\""), Value.number(41)), List.of(Value.text(null), Value.missing()));

    private static String written(JsonFormat format, List<List<Value>> rows) {
        return new String(Rows.of(format, COLUMNS, rows).bytes(), UTF_8);
    }

    @Test
    void an_array_has_a_row_on_each_line() {
        assertThat(written(JsonFormat.array(), PEOPLE)).isEqualTo("""
                [
                {"name":"Ann \\"A\\"","age":41},
                {"name":null}
                ]
                """);
        assertThat(written(JsonFormat.array(), List.of())).isEqualTo("[]\n");
    }

    @Test
    void lines_stand_alone() {
        assertThat(written(JsonFormat.lines(), PEOPLE)).isEqualTo("""
                {"name":"Ann \\"A\\"","age":41}
                {"name":null}
                """);
        assertThat(written(JsonFormat.lines(), List.of())).isEmpty();
    }

    @Test
    void half_a_pair_is_escaped() {
        List<List<Value>> row = List.of(List.of(Value.text("\ud83d"), Value.missing()));
        assertThat(written(JsonFormat.lines(), row)).isEqualTo("{\"name\":\"\\ud83d\"}\n");
    }
}
