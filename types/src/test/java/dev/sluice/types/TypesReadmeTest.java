package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TypesReadmeTest {
    private static final String HEAD = "| type | components";

    /** A row of the table, for one of the types that it names. */
    private record Row(List<String> components, Set<String> otherNames, boolean maskable) {}

    private static Map<String, Row> table() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        int head = lines.indexOf(
                lines.stream().filter(line -> line.startsWith(HEAD)).findFirst().orElseThrow());
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : lines.subList(head + 2, lines.size())) {
            if (!line.startsWith("|")) {
                break;
            }
            String[] cells = line.split("\\|", -1);
            Row row = new Row(words(cells[2] + cells[4]), Set.copyOf(words(cells[3])), cells[1].contains("*"));
            words(cells[1].replace("*", "").replaceAll("\\(.*\\)", "")).forEach(type -> rows.put(type, row));
        }
        return rows;
    }

    private static List<String> words(String cell) {
        return Stream.of(cell.trim().split("[ ,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @Test
    void the_table_names_every_type_with_its_components_and_their_other_names() throws IOException {
        Map<String, Row> table = table();
        Set<String> types = new HashSet<>();

        FieldTypes.standard().names().forEach(name -> {
            FieldType type = FieldTypes.standard().named(name).orElseThrow();
            types.add(type.name());
            assertThat(table).as(name).containsKey(type.name());
            Row row = table.get(type.name());
            assertThat(row.components())
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(type.parts().names());
            assertThat(row.otherNames()).as(name).isEqualTo(type.aliases().keySet());
            assertThat(row.maskable()).as(name).isEqualTo(type.isMaskable());
        });
        assertThat(table.keySet()).isEqualTo(types);
    }
}
