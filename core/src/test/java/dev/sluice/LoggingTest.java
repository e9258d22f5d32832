package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.RecipientStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LoggingTest {
    private final Map<String, String> seen = new LinkedHashMap<>();

    private Flow flow(boolean breaks) {
        return Sluice.builder()
                .delivery("outside", request -> {
                    seen.putAll(MDC.getCopyOfContextMap());
                    if (breaks) {
                        throw new IllegalStateException("no place for canary@example.com");
                    }
                    return DeliveryResult.success();
                })
                .build()
                .open(Solar.flow()
                        .step(RecipientStep.to("out", "outside").build())
                        .build());
    }

    @Test
    void a_plugin_that_logs_finds_the_lead_the_flow_and_the_event_in_the_context() {
        Submission result = flow(false).submit(Solar.lead("canary@example.com"));

        assertThat(seen)
                .containsEntry("lead_id", result.leadId().orElseThrow())
                .containsEntry("flow_id", "solar")
                .containsEntry("event_id", result.events().get(2).id());
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void no_log_line_holds_a_personal_value() {
        Logger logger = Logger.getLogger("dev.sluice");
        List<String> lines = new ArrayList<>();
        Handler handler = handler(lines);
        logger.addHandler(handler);
        logger.setLevel(Level.ALL);
        try {
            flow(true).submit(Solar.lead("canary@example.com"));
            flow(false).submit(Solar.lead("canary@example.com").with("state", "canary"));
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(null);
        }

        assertThat(lines).hasSizeGreaterThanOrEqualTo(3).noneMatch(line -> line.contains("canary"));
    }

    private static Handler handler(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
