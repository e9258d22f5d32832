package dev.sluice.batch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.RowWriter;
import dev.sluice.types.At;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvFormatTest {
    private static final List<String> COLUMNS = List.of("name", "note");

    private static String written(CsvFormat format, List<Value> row) {
        return new String(Rows.of(format, COLUMNS, List.of(row)).bytes(), UTF_8);
    }

    private static String written(CsvFormat format, String... cells) {
        return written(format, Rows.texts(cells));
    }

    @Test
    void is_rfc_4180_by_default() {
        assertThat(written(CsvFormat.commas(), "Ann, \"the\" buyer", "two\nlines"))
                .isEqualTo("name,note\n\"Ann, \"\"the\"\" buyer\",\"two\nlines\"\n");
    }

    @Test
    void empties_stand_for_null_and_missing() {
        assertThat(written(CsvFormat.commas(), List.of(Value.text(null), Value.missing())))
                .isEqualTo("name,note\n,\n");
        assertThat(written(CsvFormat.builder().nullValue("NULL").build(), List.of(Value.text(null), Value.text("x"))))
                .isEqualTo("name,note\nNULL,x\n");
    }

    @Test
    void no_row_is_an_empty_line_that_readers_pass_over() {
        Rows rows = Rows.of(CsvFormat.commas(), List.of("note"), List.of(Rows.texts(""), Rows.texts("x")));
        assertThat(new String(rows.bytes(), UTF_8)).isEqualTo("note\n\"\"\nx\n");
    }

    @Test
    void a_row_may_be_longer_than_any_buffer() {
        String text = "x,".repeat(50_000);
        assertThat(written(CsvFormat.commas(), text, text)).isEqualTo("name,note\n\"" + text + "\",\"" + text + "\"\n");
    }

    @Test
    void typed_values_are_normal_and_the_rest_is_json() {
        Value phone = FieldTypes.standard()
                .named("number")
                .orElseThrow()
                .parse(Value.text("1,250"), Parsing.at(At.utc(Instant.EPOCH)));
        Value list = Value.list(List.of(Value.number(1), Value.text("a")));
        assertThat(written(CsvFormat.commas(), List.of(phone, list))).isEqualTo("name,note\n1250,\"[1,\"\"a\"\"]\"\n");
    }

    @Test
    void delimiter_qualifier_and_line_ending_can_be_chosen() {
        CsvFormat format = CsvFormat.builder()
                .delimiter('|')
                .qualifier('\'')
                .qualifyAll(true)
                .lineEnding(LineEnding.CRLF)
                .header(false)
                .build();
        assertThat(written(format, "it's", "")).isEqualTo("'it''s'|''\r\n");
    }

    @Test
    void a_backslash_escapes_where_it_is_chosen() {
        CsvFormat format = CsvFormat.builder().escape(Escape.BACKSLASH).build();
        assertThat(written(format, "a\"b", "c\\d")).isEqualTo("name,note\n\"a\\\"b\",c\\\\d\n");
        assertThat(written(CsvFormat.builder().noQualifier().build(), "a,b", "c\nd\\"))
                .isEqualTo("name,note\na\\,b,c\\nd\\\\\n");
    }

    @Test
    void tabs_make_another_kind_of_file() {
        CsvFormat tabs = CsvFormat.tabs();
        assertThat(written(tabs, "a,b", "c")).isEqualTo("name\tnote\na,b\tc\n");
        assertThat(tabs.extension()).isEqualTo("tsv");
        assertThat(tabs.mediaType()).isEqualTo("text/tab-separated-values; charset=utf-8");
        assertThat(CsvFormat.commas().mediaType()).isEqualTo("text/csv; charset=utf-8");
    }

    @Test
    void spreadsheets_get_a_byte_order_mark() {
        assertThat(Rows.of(CsvFormat.spreadsheet(), COLUMNS, List.of()).bytes())
                .isEqualTo("\ufeffname,note\r\n".getBytes(UTF_8));
        CsvFormat wide =
                CsvFormat.builder().encoding(UTF_16LE).byteOrderMark(true).build();
        assertThat(Rows.of(wide, COLUMNS, List.of()).bytes()).isEqualTo("\ufeffname,note\n".getBytes(UTF_16LE));
    }

    @Test
    void what_cannot_be_encoded_is_marked_and_counted() {
        Rows utf8 = Rows.of(CsvFormat.commas(), COLUMNS, List.of(Rows.texts("\ud83d!", "\ud83d\ude00 ok")));
        assertThat(new String(utf8.bytes(), UTF_8)).isEqualTo("name,note\n\\ud83d!,\ud83d\ude00 ok\n");
        assertThat(utf8.marked()).isEqualTo(1);

        CsvFormat latin = CsvFormat.builder().encoding(ISO_8859_1).build();
        Rows marked = Rows.of(latin, COLUMNS, List.of(Rows.texts("5 \u20ac", "Jos\u00e9 \ud83d\ude00")));
        assertThat(new String(marked.bytes(), ISO_8859_1)).isEqualTo("name,note\n5 \\u20ac,Jos\u00e9 \\ud83d\\ude00\n");
        assertThat(marked.marked()).isEqualTo(2);
    }

    @Test
    void numbers_stay_numbers_and_texts_that_look_like_them_do_not() {
        Value number = Value.number(new BigDecimal("-12.5"));
        Value phone = FieldTypes.standard()
                .named("phone")
                .orElseThrow()
                .parse(Value.text("+44 20 7946 0958"), Parsing.at(At.utc(Instant.EPOCH)));
        assertThat(written(CsvFormat.commas(), List.of(number, Value.text("-12.5"))))
                .isEqualTo("name,note\n-12.5,'-12.5\n");
        assertThat(written(CsvFormat.commas(), List.of(phone, Value.text("+442079460958"))))
                .isEqualTo("name,note\n" + phone.text() + ",'+442079460958\n");
    }

    @Test
    void names_of_columns_are_as_hostile_as_values() {
        Rows rows = Rows.of(CsvFormat.commas(), List.of("=cmd|' /C calc'!A0"), List.of());
        assertThat(new String(rows.bytes(), UTF_8)).startsWith("'=cmd");
    }

    @Test
    void other_shapes_are_read_by_name() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowWriter writer = CsvFormat.commas().open(Shape.of(COLUMNS), out);
        writer.row(Obj.of(Map.of("note", Value.text("n"), "other", Value.text("o"))));
        writer.end();
        assertThat(out.toString(UTF_8)).isEqualTo("name,note\n,n\n");
    }

    @Test
    void settings_that_contradict_each_other_are_refused() {
        assertRefused(CsvFormat.builder().delimiter('\n'), "delimiter");
        assertRefused(CsvFormat.builder().qualifier(','), "qualifier");
        assertRefused(CsvFormat.builder().noQualifier().qualifyAll(true), "without a qualifier");
        assertRefused(CsvFormat.builder().escape(Escape.BACKSLASH).delimiter('\\'), "backslash");
        assertRefused(CsvFormat.builder().encoding(ISO_8859_1).byteOrderMark(true), "ISO-8859-1");
        assertThat(CsvFormat.builder()
                        .encoding(Charset.forName("windows-1252"))
                        .build()
                        .mediaType())
                .isEqualTo("text/csv; charset=windows-1252");
    }

    private static void assertRefused(CsvFormat.Builder settings, String why) {
        assertThatThrownBy(settings::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
