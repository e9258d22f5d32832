package dev.sluice.batch;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.testkit.RowFormatContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** CSV in both ways of separating cells. */
class CsvContractTest {
    @Nested
    class Commas extends RowFormatContract {
        @Override
        protected RowFormat format() {
            return CsvFormat.commas();
        }

        @Override
        protected List<List<String>> read(byte[] file) {
            return CsvContractTest.read(file, ',');
        }
    }

    @Nested
    class Tabs extends RowFormatContract {
        @Override
        protected RowFormat format() {
            return CsvFormat.tabs();
        }

        @Override
        protected List<List<String>> read(byte[] file) {
            return CsvContractTest.read(file, '\t');
        }
    }

    private static List<List<String>> read(byte[] file, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .ofCsvRecord(new String(file, StandardCharsets.UTF_8))
                .stream()
                .skip(1)
                .map(CsvRecord::getFields)
                .toList();
    }
}
