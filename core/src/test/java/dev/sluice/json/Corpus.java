package dev.sluice.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.InvalidFlowException;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.check.FlowChecks;
import dev.sluice.rules.Finding;
import dev.sluice.types.Arr;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/** Definitions with what is wrong with each, one a line. */
public final class Corpus {
    private Corpus() {}

    public record Row(String id, String flow, List<String> expected) {
        static Row of(String line) {
            Value row = ValueJson.read(line);
            List<String> expected = ((Arr) row.part("findings"))
                    .values().stream().map(Value::text).toList();
            return new Row(row.part("id").text(), ValueJson.write(row.part("flow")), expected);
        }

        /** All findings about this row's flow, those of reading or those of checking. */
        public List<Finding> findings() {
            try {
                return FlowChecks.standard().check(FlowDefinition.read(flow));
            } catch (InvalidFlowException invalid) {
                return invalid.findings();
            }
        }

        /** Whether the flow cannot even be read. */
        public boolean isUnreadable() {
            try {
                FlowDefinition.read(flow);
                return false;
            } catch (InvalidFlowException invalid) {
                return true;
            }
        }

        @Override
        public String toString() {
            return id;
        }
    }

    public static Stream<Row> rows() {
        try (InputStream in = Corpus.class.getResourceAsStream("/definitions/findings.jsonl")) {
            return new String(in.readAllBytes(), UTF_8).lines().map(Row::of).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
