package dev.sluice.delivery.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link RowFormat} keeps to; extend it, give one, and read back what it wrote. */
public abstract class RowFormatContract {
    private static final Shape COLUMNS = Shape.of("id", "note", "amount");
    private static final List<String> HOSTILE = List.of(
            "a,b;c\td|e",
            "\"quoted\" and 'quoted'",
            "two\r\nlines",
            "=1+1",
            "+49 30 1234",
            "-5",
            "@sum(a1)",
            "\u0000\u001b[2J",
            "\ud800",
            "<b>&amp;</b> ]]>",
            " blanks ",
            "\u202eright to left",
            "x".repeat(10_000));

    /** The format. */
    protected abstract RowFormat format();

    /** The rows of a whole file, without what stands before and behind them, each cell as text. */
    protected abstract List<List<String>> read(byte[] file) throws IOException;

    private static Obj row(String id, String note) {
        return Obj.EMPTY.with("id", new Text(id)).with("note", new Text(note)).with("amount", Value.number(7));
    }

    private byte[] written(List<Obj> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RowWriter writer = format().open(COLUMNS, bytes);
        for (Obj row : rows) {
            writer.row(row);
        }
        writer.end();
        return bytes.toByteArray();
    }

    /** Names of files and mails say what is in them. */
    @Test
    protected void it_says_what_it_is() {
        assertThat(format().extension()).matches("[a-z0-9]+(\\.[a-z0-9]+)*");
        assertThat(format().mediaType()).matches("[a-z]+/[a-z0-9.+-]+(;.*)?");
    }

    /** An export may find nothing. */
    @Test
    protected void a_file_without_rows_is_whole() throws IOException {
        assertThat(read(written(List.of()))).isEmpty();
    }

    /** In their order, by the names of columns. */
    @Test
    protected void rows_are_read_as_they_were_written() throws IOException {
        assertThat(read(written(List.of(row("1", "one"), row("2", "two")))))
                .containsExactly(List.of("1", "one", "7"), List.of("2", "two", "7"));
    }

    /** A missing one is empty, a foreign one is left out, and the order of members does not count. */
    @Test
    protected void members_stand_under_the_columns_of_their_names() throws IOException {
        Obj turned = Obj.EMPTY
                .with("amount", Value.number(7))
                .with("foreign", new Text("x"))
                .with("id", new Text("1"));

        assertThat(read(written(List.of(turned)))).containsExactly(List.of("1", "", "7"));
    }

    /** Whatever it holds; its neighbours and the rows around it are as they were. */
    @Test
    protected void a_hostile_value_stays_in_its_cell() throws IOException {
        for (String hostile : HOSTILE) {
            List<List<String>> rows = read(written(List.of(row("1", "before"), row("2", hostile), row("3", "after"))));

            assertThat(rows).hasSize(3);
            assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(3));
            assertThat(rows).extracting(row -> row.get(0)).containsExactly("1", "2", "3");
            assertThat(rows).extracting(row -> row.get(2)).containsExactly("7", "7", "7");
        }
    }

    /** What is written otherwise is told; what is plain is not. */
    @Test
    protected void what_is_marked_is_counted() throws IOException {
        RowWriter writer = format().open(COLUMNS, OutputStream.nullOutputStream());
        writer.row(row("1", "plain"));
        assertThat(writer.marked()).isZero();
        for (String hostile : HOSTILE) {
            writer.row(row("2", hostile));
        }
        writer.end();
        assertThat(writer.marked()).isBetween(0L, (long) HOSTILE.size());
    }

    /** The caller closes it. */
    @Test
    protected void the_end_flushes_and_does_not_close() throws IOException {
        List<String> seen = new ArrayList<>();
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                seen.add("flush");
            }

            @Override
            public void close() {
                seen.add("close");
            }
        };
        RowWriter writer = format().open(COLUMNS, out);
        writer.row(row("1", "one"));
        writer.end();

        assertThat(seen).contains("flush").doesNotContain("close");
    }

    /** One format writes any number of files. */
    @Test
    protected void files_that_are_written_at_once_do_not_mix() throws IOException {
        RowFormat shared = format();
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        RowWriter first = shared.open(COLUMNS, one);
        RowWriter second = shared.open(COLUMNS, other);
        first.row(row("1", "one"));
        second.row(row("2", "two"));
        first.end();
        second.row(row("3", "three"));
        second.end();

        assertThat(read(one.toByteArray())).extracting(row -> row.get(0)).containsExactly("1");
        assertThat(read(other.toByteArray())).extracting(row -> row.get(0)).containsExactly("2", "3");
    }

    /** A full disk is not a written file. */
    @Test
    protected void faults_of_the_place_are_told() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThatThrownBy(() -> {
                    RowWriter writer = format().open(COLUMNS, full);
                    writer.row(row("1", "x".repeat(100_000)));
                    writer.end();
                })
                .isInstanceOf(IOException.class);
    }
}
