package dev.sluice.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EventTableTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_.]+)` \\|");

    @Test
    void the_table_of_the_readme_names_every_type_in_the_order_of_a_leads_way() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String events = readme.substring(readme.indexOf("## Events"));
        List<String> named = ROW.matcher(events)
                .results()
                .map(row -> row.group(1))
                .filter(name -> name.contains("."))
                .toList();

        assertThat(named)
                .containsExactlyElementsOf(
                        EventType.known().stream().map(EventType::text).toList());
    }
}
