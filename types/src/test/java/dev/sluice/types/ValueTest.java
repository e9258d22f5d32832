package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The family of values: what is blank, what parts and text they have, and their way from and to plain Java. */
class ValueTest {
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.parse("2026-03-15T14:30:00Z")));
    private static final Typed EMAIL = FieldTypes.EMAIL.parse(new Text("Ann@Example.com"), PARSING);
    private static final Typed SPACE = FieldTypes.STRING.parse(new Text(" "), PARSING);
    private static final Value[] BLANK = {
        Missing.MISSING,
        Null.NULL,
        new Text(""),
        new Text(" \t\r\n\u00a0\u2028\u2029\u3000\ufeff"),
        Obj.EMPTY,
        Obj.blank(Shape.of("a")),
        Arr.of(List.of()),
        SPACE
    };
    private static final Value[] FULL = {
        new Text("a"),
        new Text(" \u200b "),
        Num.of(0),
        Bool.FALSE,
        Moment.of(Instant.EPOCH),
        Obj.of(Map.of("a", Null.NULL)),
        Arr.of(List.of(Missing.MISSING)),
        EMAIL,
        FieldTypes.NUMBER.parse(new Text("x"), PARSING)
    };

    @Test
    void nothing_white_space_and_empty_collections_are_blank() {
        assertThat(BLANK).allMatch(Value::isBlank);
        assertThat(FULL).noneMatch(Value::isBlank);
    }

    @Test
    void missing_is_not_null_but_both_are_absent() {
        assertThat(Value.missing().isMissing()).isTrue();
        assertThat(Null.NULL.isMissing()).isFalse();
        assertThat(Value.missing().isAbsent()).isTrue();
        assertThat(Null.NULL.isAbsent()).isTrue();
        assertThat(new Text("").isAbsent()).isFalse();
    }

    @Test
    void what_has_no_parts_answers_that_they_are_missing() {
        for (Value value : List.of(Value.missing(), Null.NULL, Num.of(1), Bool.TRUE, Moment.of(Instant.EPOCH))) {
            assertThat(value.part("length").isMissing()).isTrue();
        }
        assertThat(new Text("ab\ud83d\ude42").part("length")).isEqualTo(Num.of(4));
        assertThat(new Text("ab").part("0").isMissing()).isTrue();
    }

    @Test
    void elements_of_an_array_are_parts_by_their_number() {
        Arr arr = Arr.of(List.of(new Text("a"), new Text("b")));

        assertThat(arr.part("0")).isEqualTo(new Text("a"));
        assertThat(arr.part("01")).isEqualTo(new Text("b"));
        assertThat(arr.part("length")).isEqualTo(Num.of(2));
        assertThat(arr.at(1)).isEqualTo(new Text("b"));
        assertThat(arr).containsExactly(new Text("a"), new Text("b"));
        for (String none : List.of("2", "", "-1", "x", "1x", ":", "/", "0000000001", "9999999999")) {
            assertThat(arr.part(none).isMissing()).as(none).isTrue();
        }
        assertThat(arr.at(-1).isMissing()).isTrue();
        assertThat(arr.at(2).isMissing()).isTrue();
    }

    @Test
    void an_array_and_its_elements_are_made_of_what_was_given_then() {
        List<Value> given = new ArrayList<>(List.of(new Text("a")));
        Arr of = Arr.of(given);
        Arr list = new Arr(given);
        given.add(new Text("b"));

        assertThat(of.size()).isEqualTo(1);
        assertThat(list.size()).isEqualTo(1);
    }

    @Test
    void text_of_nothing_is_empty_and_text_of_anything_else_its_content() {
        assertThat(Value.missing().text()).isEmpty();
        assertThat(Null.NULL.text()).isEmpty();
        assertThat(Bool.TRUE.text() + Bool.FALSE.text()).isEqualTo("truefalse");
        assertThat(EMAIL.text()).isEqualTo("ann@example.com");
        assertThat(EMAIL.plain()).isEqualTo(new Text("ann@example.com"));
        assertThat(Num.of(7).plain()).isEqualTo(Num.of(7));
    }

    @Test
    void objects_and_arrays_are_json() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text", "a\"b\\c\n\r\t\u0001\u001f /\u00e9");
        data.put("list", Arrays.asList(1, -2.50, true, false, null));
        data.put("none", Value.missing());
        data.put("pair \ud83d\ude42", "\ud83d\ude42");
        data.put("half", "\ud83d");
        data.put("halves", "\ude42\ud83dx\ude42");
        data.put("day", LocalDate.of(2026, 3, 15));
        data.put("at", Instant.parse("2026-03-15T14:30:00Z"));
        data.put("email", EMAIL);
        data.put("empty", Map.of());

        assertThat(Value.of(data).text())
                .isEqualTo("{\"text\":\"a\\\"b\\\\c\\n\\r\\t\\u0001\\u001f /\u00e9\",\"list\":[1,-2.5,true,false,null],"
                        + "\"pair \ud83d\ude42\":\"\ud83d\ude42\",\"half\":\"\\ud83d\","
                        + "\"halves\":\"\\ude42\\ud83dx\\ude42\",\"day\":\"2026-03-15\","
                        + "\"at\":\"2026-03-15T14:30:00.000Z\",\"email\":\"ann@example.com\",\"empty\":{}}");
        assertThat(Obj.blank(Shape.of("a", "b")).with("b", Num.of(1)).text()).isEqualTo("{\"b\":1}");
        assertThat(Arr.of(List.of(Value.missing(), Arr.of(List.of()))).text()).isEqualTo("[null,[]]");
    }

    @Test
    void plain_java_becomes_values() {
        assertThat(Value.of(null)).isEqualTo(Null.NULL);
        assertThat(Value.of(EMAIL)).isSameAs(EMAIL);
        assertThat(Value.of(new StringBuilder("a"))).isEqualTo(new Text("a"));
        assertThat(Value.of(true)).isEqualTo(Bool.TRUE);
        assertThat(Value.of(false)).isEqualTo(Bool.FALSE);
        assertThat(Value.of((short) 7)).isEqualTo(Num.of(7));
        assertThat(Value.of(Long.MIN_VALUE).text()).isEqualTo("-9223372036854775808");
        assertThat(Value.of(new BigInteger("123456789012345678901")).text()).isEqualTo("123456789012345678901");
        assertThat(Value.of(new BigDecimal("1.50"))).isEqualTo(Num.of(new BigDecimal("1.5")));
        assertThat(Value.of(0.1).text()).isEqualTo("0.1");
        assertThat(Value.of(0.1f).text()).isEqualTo("0.1");
        assertThat(Value.of(Double.NaN)).isEqualTo(Null.NULL);
        assertThat(Value.of(Float.POSITIVE_INFINITY)).isEqualTo(Null.NULL);
        assertThat(Value.of(Instant.EPOCH)).isEqualTo(Moment.of(Instant.EPOCH));
        assertThat(Value.of(LocalDate.EPOCH)).isEqualTo(Moment.of(LocalDate.EPOCH));
        assertThat(Value.of(new int[] {1, 2})).isEqualTo(Value.of(List.of(1, 2)));
        assertThat(Value.of(new String[] {"a"})).isEqualTo(Arr.of(List.of(new Text("a"))));
        assertThat(Value.of(Map.of(1, "a"))).isEqualTo(Obj.of(Map.of("1", new Text("a"))));
    }

    @Test
    void what_is_no_data_or_nested_too_deep_is_refused() {
        assertThatThrownBy(() -> Value.of(new Thread()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Thread");
        assertThat(Value.of(nested(64)).isBlank()).isFalse();
        assertThatThrownBy(() -> Value.of(nested(65))).hasMessageContaining("64");
    }

    private static Object nested(int depth) {
        Object value = "x";
        for (int i = 0; i < depth; i++) {
            value = i % 2 == 0 ? List.of(value) : Map.of("a", value);
        }
        return value;
    }

    @Test
    void values_become_plain_java() {
        Instant instant = Instant.parse("2026-03-15T14:30:00Z");

        assertThat(Value.missing().toJava()).isNull();
        assertThat(Null.NULL.toJava()).isNull();
        assertThat(new Text("a").toJava()).isEqualTo("a");
        assertThat(Num.of(5).toJava()).isEqualTo(BigDecimal.valueOf(5));
        assertThat(Bool.TRUE.toJava()).isEqualTo(true);
        assertThat(Bool.FALSE.toJava()).isEqualTo(false);
        assertThat(Moment.of(instant).toJava()).isEqualTo(instant);
        assertThat(Moment.of(LocalDate.EPOCH).toJava()).isEqualTo(LocalDate.EPOCH);
        assertThat(EMAIL.toJava()).isEqualTo("ann@example.com");
        assertThat(Obj.blank(Shape.of("a", "b")).with("b", new Text("x")).toJava())
                .isEqualTo(Map.of("b", "x"));
        assertThat(Arr.of(List.of(new Text("a"), Null.NULL)).toJava()).isEqualTo(Arrays.asList("a", null));
    }

    @Test
    void no_value_shows_its_content_where_it_may_end_up_in_a_log() {
        assertThat(List.of(
                        Value.missing(),
                        Null.NULL,
                        new Text("secret"),
                        Num.of(4711),
                        Bool.TRUE,
                        Moment.of(Instant.EPOCH),
                        Moment.of(LocalDate.EPOCH),
                        EMAIL,
                        SPACE.type().parse(Num.of(1), PARSING),
                        Obj.of(Map.of("a", new Text("secret"))),
                        Arr.of(List.of(new Text("secret")))))
                .map(Object::toString)
                .containsExactly(
                        "missing",
                        "null",
                        "text of 6 characters",
                        "number",
                        "boolean",
                        "instant",
                        "day",
                        "valid email",
                        "valid string",
                        "object of 1",
                        "array of 1");
        assertThat(FieldTypes.NUMBER.parse(new Text("x"), PARSING)).hasToString("invalid number");
    }

    @ParameterizedTest
    @CsvSource({
        "0.000, 0",
        "100, 100",
        "1e2, 100",
        "1.50, 1.5",
        "-0.0000001, -0.0000001",
        "0.000001, 0.000001",
        "0.00000012, 0.00000012",
        "0.000000012, 1.2e-8",
        "1e20, 100000000000000000000",
        "123456789012345678901, 123456789012345678901",
        "1e21, 1e+21",
        "1234567890123456789012, 1.234567890123456789012e+21",
        "-1e400, -1e+400",
        "1.25e-400, 1.25e-400"
    })
    void numbers_are_written_as_json_writers_do(String number, String text) {
        assertThat(Num.of(new BigDecimal(number)).text()).isEqualTo(text);
    }

    @Test
    void numbers_are_equal_by_size_and_know_their_spelling() {
        Num spelled = Num.spelled(new BigDecimal("1.50"), "1.50");

        assertThat(spelled)
                .isEqualTo(Num.of(new BigDecimal("1.5")))
                .isNotEqualTo(Num.of(1))
                .isNotEqualTo("1.5");
        assertThat(spelled.hashCode()).isEqualTo(Num.of(new BigDecimal("1.5")).hashCode());
        assertThat(Num.of(2).hashCode()).isNotEqualTo(Num.of(3).hashCode());
        assertThat(spelled.spelling()).isEqualTo("1.50");
        assertThat(spelled.text()).isEqualTo("1.5");
        assertThat(Num.of(new BigDecimal("1.50")).spelling()).isEqualTo("1.5");
        assertThat(Num.of(-1).value()).isEqualTo("-1");
        assertThat(Num.of(-1)).isEqualTo(Num.of(-1)).isNotEqualTo(Num.of(-2)).isEqualTo(Num.of(new BigDecimal("-1.0")));
        assertThat(Num.of(new BigDecimal("-1.0"))).isEqualTo(Num.of(-1)).isNotEqualTo(Num.of(-2));
        assertThat(Num.of(-7_000_000_000L).hashCode())
                .isEqualTo(Num.of(new BigDecimal("-7e9")).hashCode());
        assertThat(Num.of(-7_000_000_000L).text()).isEqualTo("-7000000000");
        assertThat(Num.of(-5).spelling()).isEqualTo("-5");
        Num once = Num.of(-7_000_000_000L);
        assertThat(once.value()).isSameAs(once.value());
        assertThat(Num.of(2099).value()).isEqualTo("2099");
        assertThat(Num.of(2100).value()).isEqualTo("2100");
    }

    @ParameterizedTest
    @ValueSource(
            chars = {
                ' ', '\t', '\n', '\u000b', '\f', '\r', '\u00a0', '\u1680', '\u2000', '\u2028', '\u2029', '\u202f',
                '\u3000', '\ufeff'
            })
    void white_space_is_what_scripts_call_so(char c) {
        assertThat(Whitespace.is(c)).isTrue();
        assertThat(Whitespace.trim(c + "a" + c + "b" + c)).isEqualTo("a" + c + "b");
        assertThat(Whitespace.trim("" + c + c)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            chars = {
                '\u0000', '\b', '\u000e', '\u001f', '!', 'a', '\u0085', '\u009f', '\u00a1', '\u180e', '\u200b', '\u2060'
            })
    void other_invisible_characters_are_not(char c) {
        assertThat(Whitespace.is(c)).isFalse();
        assertThat(Whitespace.trim(" " + c + " ")).isEqualTo(String.valueOf(c));
    }

    @Test
    void moments_are_written_with_milliseconds_and_no_more() {
        assertThat(Moment.of(Instant.parse("2026-03-15T14:30:00.123999Z")).text())
                .isEqualTo("2026-03-15T14:30:00.123Z");
        assertThat(Moment.of(LocalDate.of(2026, 3, 15)).text()).isEqualTo("2026-03-15");
        assertThat(Moment.of(Instant.parse("0000-01-01T00:00:00Z")).text()).isEqualTo("0000-01-01T00:00:00.000Z");
        assertThat(Moment.of(Instant.parse("0000-01-01T00:00:00Z").minusMillis(1))
                        .text())
                .startsWith("-0001-12-31");
        assertThat(Moment.of(Instant.parse("9999-12-31T23:59:59.999Z")).text()).isEqualTo("9999-12-31T23:59:59.999Z");
        assertThat(Moment.of(Instant.parse("+10000-01-01T00:00:00Z")).text()).isEqualTo("+10000-01-01T00:00:00Z");
        assertThat(Moment.of(Instant.MAX).text()).startsWith("+1000000000");
    }

    @Test
    void days_are_the_same_everywhere_and_instants_are_not() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        Moment day = Moment.of(LocalDate.of(2026, 3, 15));
        Moment instant = Moment.of(Instant.parse("2026-03-15T20:00:00Z"));

        assertThat(day.isDay()).isTrue();
        assertThat(instant.isDay()).isFalse();
        assertThat(day.day()).contains(LocalDate.of(2026, 3, 15));
        assertThat(instant.day()).isEmpty();
        assertThat(day.dayIn(tokyo)).isEqualTo("2026-03-15");
        assertThat(instant.dayIn(tokyo)).isEqualTo("2026-03-16");
        assertThat(day.instantIn(tokyo)).isEqualTo("2026-03-14T15:00:00Z");
        assertThat(instant.instantIn(tokyo)).isEqualTo("2026-03-15T20:00:00Z");
        assertThat(day)
                .isEqualTo(Moment.of(LocalDate.of(2026, 3, 15)))
                .isNotEqualTo(Moment.of(LocalDate.EPOCH))
                .isNotEqualTo(instant);
        assertThat(instant)
                .isEqualTo(Moment.of(Instant.parse("2026-03-15T20:00:00Z")))
                .isNotEqualTo(Moment.of(Instant.EPOCH))
                .isNotEqualTo("x");
        assertThat(day.hashCode())
                .isEqualTo(Moment.of(LocalDate.of(2026, 3, 15)).hashCode());
        assertThat(day.hashCode()).isNotEqualTo(Moment.of(LocalDate.EPOCH).hashCode());
    }

    /** Which method was called. */
    private static final class Called implements Value.Matcher<String> {
        @Override
        public String missing() {
            return "missing";
        }

        @Override
        public String nullValue() {
            return "null";
        }

        @Override
        public String text(Text text) {
            return "text " + text.value();
        }

        @Override
        public String num(Num num) {
            return "num " + num.value();
        }

        @Override
        public String bool(Bool bool) {
            return "bool " + bool.value();
        }

        @Override
        public String moment(Moment moment) {
            return "moment " + moment.isDay();
        }

        @Override
        public String typed(Typed typed) {
            return "typed " + typed.type().name();
        }

        @Override
        public String obj(Obj obj) {
            return "obj " + obj.size();
        }

        @Override
        public String arr(Arr arr) {
            return "arr " + arr.size();
        }
    }

    @Test
    void each_kind_of_value_finds_its_own_method() {
        assertThat(List.of(
                        Value.missing(),
                        Null.NULL,
                        new Text("a"),
                        Num.of(7),
                        Bool.TRUE,
                        Moment.of(LocalDate.EPOCH),
                        EMAIL,
                        Obj.EMPTY,
                        Arr.of(List.of(Null.NULL))))
                .map(value -> value.match(new Called()))
                .containsExactly(
                        "missing",
                        "null",
                        "text a",
                        "num 7",
                        "bool true",
                        "moment true",
                        "typed email",
                        "obj 0",
                        "arr 1");
    }

    @Test
    void numbers_are_ordered_by_what_they_are_worth() {
        Num half = Num.of(new BigDecimal("0.5"));
        Num one = Num.of(new BigDecimal("1.00"));

        assertThat(Num.of(1)).isEqualByComparingTo(one).isLessThan(Num.of(2)).isGreaterThan(half);
        assertThat(half).isLessThan(one).isEqualByComparingTo(Num.spelled(new BigDecimal("0.50"), ".50"));
        assertThat(Num.of(Long.MIN_VALUE)).isLessThan(Num.of(Long.MAX_VALUE));
    }
}
