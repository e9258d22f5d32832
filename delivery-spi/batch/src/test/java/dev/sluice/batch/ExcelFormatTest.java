package dev.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.types.At;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Moment;
import dev.sluice.types.Parsing;
import dev.sluice.types.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.junit.jupiter.api.Test;

class ExcelFormatTest {
    private static final List<String> COLUMNS = List.of("name", "note");

    private static List<List<Cell>> read(byte[] workbook) {
        try (ReadableWorkbook read =
                new ReadableWorkbook(new ByteArrayInputStream(workbook), new ReadingOptions(true, false))) {
            return read.getFirstSheet().read().stream()
                    .map(row -> row.stream().toList())
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Cell> cells(ExcelFormat format, Value one, Value other) {
        return read(Rows.of(format.withoutHeader(), COLUMNS, List.of(List.of(one, other)))
                        .bytes())
                .get(0);
    }

    @Test
    void a_header_and_texts() {
        List<List<Cell>> rows =
                read(Rows.of(ExcelFormat.workbook(), COLUMNS, List.of(Rows.texts("Ann & <b>", "  two\nlines ")))
                        .bytes());
        assertThat(rows)
                .extracting(row -> row.stream().map(Cell::getText).toList())
                .containsExactly(COLUMNS, List.of("Ann & <b>", "  two\nlines "));
    }

    @Test
    void numbers_and_booleans_are_cells_of_their_kind() {
        Value money = FieldTypes.NUMBER.parse(Value.text("$1,250.50"), Parsing.at(At.utc(Instant.EPOCH)));
        List<Cell> cells = cells(ExcelFormat.workbook(), money, Value.bool(true));
        assertThat(cells.get(0).getType()).isEqualTo(CellType.NUMBER);
        assertThat(cells.get(0).asNumber()).isEqualByComparingTo(new BigDecimal("1250.50"));
        assertThat(cells.get(1).asBoolean()).isTrue();
    }

    @Test
    void amounts_show_the_decimals_that_they_have() {
        Cell cell = cells(ExcelFormat.workbook(), Value.number(new BigDecimal("25.00")), Value.missing())
                .get(0);
        assertThat(cell.getDataFormatString()).isEqualTo("0.00");
    }

    @Test
    void numbers_that_spreadsheets_would_round_are_text() {
        Value account = Value.number(new BigDecimal("12345678901234567890"));
        Cell cell = cells(ExcelFormat.workbook(), account, Value.missing()).get(0);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.asString()).isEqualTo("12345678901234567890");
    }

    @Test
    void days_and_moments_are_dates() {
        Value moment = Moment.of(Instant.parse("2026-03-08T12:30:00Z"));
        List<Cell> cells = cells(
                ExcelFormat.workbook().zone(ZoneId.of("America/Chicago")), Moment.of(LocalDate.of(2026, 3, 8)), moment);
        assertThat(cells.get(0).asDate().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 8));
        assertThat(cells.get(0).getDataFormatString()).isEqualTo("yyyy-mm-dd");
        assertThat(cells.get(1).asDate()).isEqualTo(LocalDateTime.of(2026, 3, 8, 7, 30));
    }

    @Test
    void days_that_spreadsheets_count_differently_are_text() {
        Cell cell = cells(ExcelFormat.workbook(), Moment.of(LocalDate.of(1900, 2, 28)), Value.missing())
                .get(0);
        assertThat(cell.asString()).isEqualTo("1900-02-28");
    }

    @Test
    void formulas_are_texts_and_phones_keep_their_plus() {
        Value phone = FieldTypes.PHONE.parse(Value.text("+1 512 789 1111"), Parsing.at(At.utc(Instant.EPOCH)));
        List<Cell> cells = cells(ExcelFormat.workbook(), Value.text("=cmd|' /C calc'!A0"), phone);
        assertThat(cells).extracting(Cell::getType).containsOnly(CellType.STRING);
        assertThat(cells.get(0).asString()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(cells.get(1).asString()).isEqualTo(phone.text());
    }

    @Test
    void what_xml_has_no_place_for_is_escaped_and_counted() {
        Rows rows = Rows.of(
                ExcelFormat.workbook().withoutHeader(), COLUMNS, List.of(Rows.texts("a\u0007b\ud83d!", "_x0041_")));
        List<Cell> cells = read(rows.bytes()).get(0);
        assertThat(cells).extracting(Cell::getText).containsExactly("a_x0007_b_xD83D_!", "_x005F_x0041_");
        assertThat(rows.marked()).isEqualTo(2);
    }

    @Test
    void texts_that_are_too_long_are_cut_and_counted() {
        Rows rows = Rows.of(
                ExcelFormat.workbook().withoutHeader(),
                COLUMNS,
                List.of(Rows.texts("x".repeat(32_766) + "\ud83d\ude00", "ok")));
        assertThat(read(rows.bytes()).get(0).get(0).getText()).hasSize(32_766);
        assertThat(rows.marked()).isEqualTo(1);
    }

    @Test
    void the_same_rows_give_the_same_bytes_at_another_time() {
        List<List<Value>> rows = List.of(Rows.texts("a", "b"));
        byte[] first = Rows.of(ExcelFormat.workbook(), COLUMNS, rows).bytes();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        assertThat(Rows.of(ExcelFormat.workbook(), COLUMNS, rows).bytes()).isEqualTo(first);
    }

    @Test
    void sheets_have_names_that_spreadsheets_take() {
        assertThatThrownBy(() -> ExcelFormat.workbook().sheet("a/b")).isInstanceOf(IllegalArgumentException.class);
        assertThat(ExcelFormat.workbook().sheet("March 2026").extension()).isEqualTo("xlsx");
    }
}
