package dev.sluice.types.internal.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The shipped table of prefixes is exactly what libphonenumber's metadata says. */
class PrefixTableTest {
    @Test
    void table_is_what_the_metadata_on_the_class_path_says() throws IOException {
        String generated = generate();

        if (Boolean.getBoolean("sluice.tables.write")) {
            Files.writeString(
                    Path.of("src/main/resources/dev/sluice/types/internal/phone/north-america.txt"), generated);
        }
        assertThat(shipped())
                .as("run the tests of this module with -Dsluice.tables.write=true after an upgrade of libphonenumber")
                .isEqualTo(generated);
    }

    private static String shipped() throws IOException {
        try (InputStream in = PrefixTable.class.getResourceAsStream("north-america.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A line for each area code that has valid numbers: the code, and runs of exchanges all or some of which are valid. */
    private static String generate() throws IOException {
        PrefixStates states = new PrefixStates();
        StringBuilder table = new StringBuilder();
        for (int area = 200; area < 1000; area++) {
            String exchanges = states.of(area);
            if (!exchanges.chars().allMatch(state -> state == '.')) {
                table.append(area).append(runs(exchanges)).append('\n');
            }
        }
        return table.toString();
    }

    private static String runs(String exchanges) {
        StringBuilder runs = new StringBuilder();
        int from = 0;
        while (from < exchanges.length()) {
            int to = from;
            while (to + 1 < exchanges.length() && exchanges.charAt(to + 1) == exchanges.charAt(from)) {
                to++;
            }
            if (exchanges.charAt(from) != '.') {
                String run = String.format("%03d-%03d", from, to);
                runs.append(' ').append(run).append(exchanges.charAt(from) == '?' ? "?" : "");
            }
            from = to + 1;
        }
        return runs.toString();
    }
}
