package dev.sluice.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.testkit.RowFormatContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Nested;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Every format besides CSV, read back by a reader that is not ours. */
class FormatContractsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<String> row(Function<String, String> cells) {
        return Stream.of("id", "note", "amount").map(cells).toList();
    }

    private static List<String> row(JsonNode row) {
        return row(column -> row.path(column).asText());
    }

    @Nested
    class JsonArray extends RowFormatContract {
        @Override
        protected RowFormat format() {
            return JsonFormat.array();
        }

        @Override
        protected List<List<String>> read(byte[] file) throws IOException {
            return StreamSupport.stream(JSON.readTree(file).spliterator(), false)
                    .map(row -> row(row))
                    .toList();
        }
    }

    @Nested
    class JsonOfLines extends RowFormatContract {
        @Override
        protected RowFormat format() {
            return JsonFormat.lines();
        }

        @Override
        protected List<List<String>> read(byte[] file) throws IOException {
            List<List<String>> rows = new ArrayList<>();
            for (String line : new String(file, UTF_8).lines().toList()) {
                rows.add(row(JSON.readTree(line)));
            }
            return rows;
        }
    }

    @Nested
    class Xml extends RowFormatContract {
        @Override
        protected RowFormat format() {
            return XmlFormat.document();
        }

        @Override
        protected List<List<String>> read(byte[] file) throws IOException {
            try {
                NodeList rows = DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(file))
                        .getElementsByTagName("lead");
                List<List<String>> all = new ArrayList<>();
                for (int i = 0; i < rows.getLength(); i++) {
                    Element lead = (Element) rows.item(i);
                    all.add(row(column -> text(lead.getElementsByTagName(column))));
                }
                return all;
            } catch (ParserConfigurationException | SAXException unreadable) {
                throw new AssertionError(unreadable);
            }
        }

        private static String text(NodeList found) {
            return found.getLength() == 0 ? "" : found.item(0).getTextContent();
        }
    }

    @Nested
    class Excel extends RowFormatContract {
        @Override
        protected RowFormat format() {
            return ExcelFormat.workbook();
        }

        @Override
        protected List<List<String>> read(byte[] file) throws IOException {
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
                return workbook.getFirstSheet().read().stream()
                        .skip(1)
                        .map(row -> Stream.of(0, 1, 2).map(row::getCellText).toList())
                        .toList();
            }
        }
    }

    /** Cells that are too long are cut, so that those after them stay where they are. */
    @Nested
    class FixedWidth extends RowFormatContract {
        @Override
        protected RowFormat format() {
            return FixedWidthFormat.builder()
                    .column("id", 3)
                    .column("note", 12)
                    .column("amount", 5)
                    .build();
        }

        @Override
        protected List<List<String>> read(byte[] file) {
            return new String(file, UTF_8)
                    .lines()
                    .map(line -> List.of(cut(line, 0, 3), cut(line, 3, 15), cut(line, 15, 20)))
                    .toList();
        }

        private static String cut(String line, int from, int to) {
            return line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to))
                    .strip();
        }
    }
}
