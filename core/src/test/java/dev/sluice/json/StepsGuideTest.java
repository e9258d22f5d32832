package dev.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.types.Arr;
import dev.sluice.types.Lead;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The steps of the guide make one flow, which opens and takes a lead through all of them. */
class StepsGuideTest {
    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_steps_of_the_guide_run() throws IOException {
        List<String> steps = new ArrayList<>();
        String subFlows = "{}";
        for (String block : blocks()) {
            Value value = ValueJson.read(block);
            if (value instanceof Arr several) {
                several.forEach(step -> steps.add(ValueJson.write(step)));
            } else if (value.part("type").isMissing()) {
                ((Arr) value.part("steps")).forEach(step -> steps.add(ValueJson.write(step)));
                subFlows = ValueJson.write(value.part("subFlows"));
            } else {
                steps.add(ValueJson.write(value));
            }
        }
        FlowDefinition flow = FlowDefinition.read("{\"id\":\"f\",\"sources\":[{\"id\":\"a\"}],\"fields\":["
                + "{\"id\":\"email\",\"type\":\"email\"},{\"id\":\"phone_1\",\"type\":\"phone\"},"
                + "{\"id\":\"state\",\"type\":\"state\"},{\"id\":\"amount\",\"type\":\"number\"},"
                + "{\"id\":\"score\",\"type\":\"number\"}],\"steps\":["
                + String.join(",", steps) + "],\"subFlows\":" + subFlows + "}");
        Submission result = Sluice.builder()
                .delivery("stub", DeliveryPlugin.inProcess(request -> DeliveryResult.success()))
                .enricher("phone-check", Enricher.inProcess(request -> Enrichment.of("line", "mobile")))
                .build()
                .open(flow)
                .submit(Lead.from("a")
                        .with("state", "OH")
                        .with("amount", "9000")
                        .with("email", "a@b.com"));

        assertThat(steps).hasSize(7);
        assertThat(result.explain())
                .contains("texas does not want it")
                .contains("goes the way of large")
                .contains("recipient.delivered premier")
                .contains("enhancement.success web/phone");
        assertThat(result.events()
                        .get(result.events().size() - 1)
                        .snapshot()
                        .get("lead.score")
                        .text())
                .isEqualTo("80");
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("docs/guides/steps.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
