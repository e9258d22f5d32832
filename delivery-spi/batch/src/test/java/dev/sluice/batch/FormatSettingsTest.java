package dev.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatSettingsTest {
    private static final Shape COLUMNS = Shape.of(List.of("Name", "Amount"));
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static Obj settings(String json) {
        try {
            return (Obj) Value.of(new ObjectMapper().readValue(json.replace('`', '"'), Map.class));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    private static RowFormat format(String name) {
        return switch (name) {
            case "csv" -> CsvFormat.commas();
            case "fixed" -> FixedWidthFormat.builder().build();
            case "xlsx" -> ExcelFormat.workbook();
            case "xml" -> XmlFormat.document();
            default -> JsonFormat.lines();
        };
    }

    private static String written(RowFormat wired, String settings) throws IOException {
        assertThat(wired.check(settings(settings))).isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowWriter rows = wired.with(settings(settings)).open(COLUMNS, out);
        rows.row(Obj.of(COLUMNS, Value.text("Zo\u00eb; X"), Value.missing()));
        rows.end();
        return out.toString(WINDOWS);
    }

    @Test
    void cells_are_written_as_settings_say_and_what_they_leave_out_stays_as_wired() throws IOException {
        RowFormat wired = CsvFormat.builder().nullValue("NULL").build();
        assertThat(
                        written(
                                wired,
                                "{`delimiter`: `;`, `qualifier`: `'`, `lineEnding`: `crlf`, `encoding`: `windows-1252`, `header`: false}"))
                .isEqualTo("'Zo\u00eb; X';NULL\r\n");
        assertThat(written(wired, "{`delimiter`: `;`, `qualifier`: ``, `header`: false, `encoding`: `windows-1252`}"))
                .isEqualTo("Zo\u00eb\\; X;NULL\n");
    }

    @Test
    void widths_and_elements_are_settings() throws IOException {
        assertThat(
                        written(
                                format("fixed"),
                                "{`columns`: {`Name`: 8, `Amount`: {`width`: 4, `side`: `right`, `fill`: `0`}}, `encoding`: `windows-1252`}"))
                .isEqualTo("Zo\u00eb; X  0000\n");
        assertThat(written(format("xml"), "{`root`: `list`, `row`: `item`}")).contains("<list>", "<item><Name>");
        assertThat(format("xlsx").check(settings("{`sheet`: `May`, `header`: false, `timeZone`: `America/Chicago`}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csv   | {`delimeter`: `;`}                         | /delimeter",
                "csv   | {`delimiter`: `;;`}                        | /delimiter",
                "csv   | {`delimiter`: `~`, `qualifier`: `~`}       | /delimiter",
                "csv   | {`escape`: `twice`}                        | /escape",
                "csv   | {`encoding`: `utf-99`}                     | /encoding",
                "csv   | {`header`: `no`}                           | /header",
                "csv   | {`formulaSafe`: false}                     | /formulaSafe",
                "fixed | {`columns`: {`Name`: 0}}                   | /columns",
                "fixed | {`columns`: {`Name`: {`wide`: 3}}}         | /columns",
                "xlsx  | {`sheet`: `a/b`}                           | /sheet",
                "xlsx  | {`timeZone`: `Chicago`}                    | /timeZone",
                "xml   | {`row`: `1st`}                             | /row",
                "json  | {`pretty`: true}                           | /pretty"
            })
    void what_is_wrong_is_told_at_its_place(String format, String settings, String pointer) {
        assertThat(format(format).check(settings(settings)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.pointer()).isEqualTo(pointer));
    }

    @Test
    void columns_that_a_format_cannot_have_are_found_before_any_file() {
        RowFormat fixed = FixedWidthFormat.builder().column("Name", 10).build();
        assertThat(fixed.checkColumns(List.of("Name", "Amount")))
                .extracting(problem -> problem.code() + problem.pointer())
                .containsExactly("column_without_width/1");
        assertThat(fixed.with(settings("{`columns`: {`Amount`: 5}}")).checkColumns(List.of("Name", "Amount")))
                .isEmpty();
        assertThat(XmlFormat.document().checkColumns(List.of("First name", "Last name", "First_name")))
                .extracting(problem -> problem.code() + problem.pointer())
                .containsExactly("shared_element/2");
        assertThat(CsvFormat.commas().checkColumns(List.of("=1", ""))).isEmpty();
    }
}
