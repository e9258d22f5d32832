package dev.sluice.delivery.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.RowWriter;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The contract on a format that keeps it, and on one that writes values as they are. */
class RowFormatContractTest {
    @Nested
    class Armoured extends RowFormatContract {
        @Override
        protected RowFormat format() {
            return new Lines(true);
        }

        @Override
        protected List<List<String>> read(byte[] file) {
            return Lines.read(file, true);
        }
    }

    static class Careless extends RowFormatContract {
        @Override
        protected RowFormat format() {
            return new Lines(false);
        }

        @Override
        protected List<List<String>> read(byte[] file) {
            return Lines.read(file, false);
        }
    }

    @Test
    void a_format_that_writes_values_as_they_are_is_found() {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Careless.class))
                .execute()
                .testEvents();

        assertThat(tests.failed().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .containsExactly("a_hostile_value_stays_in_its_cell()");
    }

    /** A line a row, with commas between cells. */
    private record Lines(boolean armoured) implements RowFormat {
        @Override
        public String extension() {
            return "txt";
        }

        @Override
        public String mediaType() {
            return "text/plain; charset=utf-8";
        }

        @Override
        public RowWriter open(Shape columns, OutputStream out) {
            return new RowWriter() {
                @Override
                public void row(Obj row) throws IOException {
                    List<String> cells = new ArrayList<>();
                    for (int i = 0; i < columns.size(); i++) {
                        cells.add(cell(row.get(columns.name(i)).text()));
                    }
                    out.write((String.join(",", cells) + "\n").getBytes(StandardCharsets.UTF_8));
                }

                @Override
                public void end() throws IOException {
                    out.flush();
                }

                @Override
                public long marked() {
                    return 0;
                }
            };
        }

        private String cell(String text) {
            return armoured ? Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) : text;
        }

        static List<List<String>> read(byte[] file, boolean armoured) {
            return new String(file, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .map(cell -> armoured
                                    ? new String(Base64.getDecoder().decode(cell), StandardCharsets.UTF_8)
                                    : cell)
                            .toList())
                    .toList();
        }
    }
}
