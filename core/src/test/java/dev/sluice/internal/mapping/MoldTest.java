package dev.sluice.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MoldTest {
    private static String pour(List<String> targets, Object... values) {
        Mold mold = Mold.of(targets.stream().map(TargetPath::of).toList());
        return mold.pour(Stream.of(values).map(Value::of).toArray(Value[]::new)).text();
    }

    @Test
    void dots_make_objects_and_numbers_make_arrays() {
        assertThat(pour(List.of("a.b", "a.c", "tags.1", "tags.0", "x.0.y"), 1, 2, "second", "first", true))
                .isEqualTo("{\"a\":{\"b\":1,\"c\":2},\"tags\":[\"first\",\"second\"],\"x\":[{\"y\":true}]}");
    }

    @Test
    void braces_make_a_member_whose_name_is_a_number() {
        assertThat(pour(List.of("data{123}.value"), 1)).isEqualTo("{\"data\":{\"123\":{\"value\":1}}}");
    }

    @Test
    void what_is_missing_is_left_out_and_what_is_null_is_kept() {
        assertThat(pour(
                        List.of("a", "b.c", "d.0", "d.1", "e"),
                        null,
                        Value.missing(),
                        Value.missing(),
                        1,
                        Value.missing()))
                .isEqualTo("{\"a\":null,\"d\":[1]}");
    }

    @Test
    void the_last_present_value_of_a_target_wins() {
        assertThat(pour(List.of("intent", "intent"), "purchase", Value.missing()))
                .isEqualTo("{\"intent\":\"purchase\"}");
        assertThat(pour(List.of("intent", "intent"), "purchase", "interest")).isEqualTo("{\"intent\":\"interest\"}");
    }

    @Test
    void a_target_that_ends_on_the_way_of_another_wins() {
        assertThat(pour(List.of("a", "a.b"), 1, 2)).isEqualTo("{\"a\":1}");
        assertThat(pour(List.of("a.b", "a"), 2, 1)).isEqualTo("{\"a\":1}");
    }

    @Test
    void nothing_poured_gives_an_empty_object() {
        assertThat(pour(List.of("a.b"), Value.missing())).isEqualTo("{}");
    }
}
