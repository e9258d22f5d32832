package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.json.ValueJson;
import dev.sluice.types.Arr;
import dev.sluice.types.Lead;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Worked examples as files: a flow, leads with their moments, what each is told, and how far the caps are in the end. The
 * plugin {@code stub} takes every lead, {@code refuses} none, and {@code names} pays what its {@code config} says.
 */
class ScenariosTest {
    static Stream<Path> files() throws IOException {
        return Files.list(Path.of("src/test/resources/golden/scenarios")).sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_worked_example_comes_out_as_written(Path file) throws IOException {
        Obj scenario = (Obj) ValueJson.read(Files.readString(file));
        StillTime time = new StillTime("2024-01-15T14:30:00Z");
        Flow flow = sluice(time).open(FlowDefinition.read(ValueJson.write(scenario.get("flow"))));

        for (Value step : ((Arr) scenario.get("leads")).values()) {
            time.set(step.part("at").text());
            int times =
                    step.part("times") instanceof Num number ? number.value().intValueExact() : 1;
            for (int i = 0; i < times; i++) {
                assertThat(ValueJson.pretty(told(flow.submit(lead(step)))))
                        .as("%s, lead %s of %s", file.getFileName(), i + 1, step)
                        .isEqualTo(ValueJson.pretty(step.part("told")));
            }
        }
        assertThat(flow.caps()).extracting(Object::toString).containsExactlyElementsOf(texts(scenario.get("caps")));
    }

    private static Sluice sluice(StillTime time) {
        return Sluice.builder()
                .time(time)
                .delivery("stub", request -> DeliveryResult.success())
                .delivery("refuses", request -> DeliveryResult.failure("not wanted"))
                .delivery("names", request -> DeliveryResult.success()
                        .price(((Num) request.config().get("pays")).value()))
                .build();
    }

    private static Lead lead(Value step) {
        Lead lead = Lead.from(step.part("source").text());
        if (step.part("data") instanceof Obj data) {
            for (var member : data.members().entrySet()) {
                lead = lead.with(member.getKey(), member.getValue());
            }
        }
        return lead;
    }

    private static Obj told(Submission result) {
        List<Value> deliveries = new ArrayList<>();
        result.deliveries()
                .forEach(each -> deliveries.add(Value.text(each.recipient() + " " + each.outcome()
                        + each.reason()
                                .map(reason -> ", " + reason)
                                .orElse(" " + each.price().toPlainString()))));
        return Obj.EMPTY
                .with("outcome", Value.text(result.outcome().text()))
                .with("reason", result.reason().map(Value::text).orElse(Value.missing()))
                .with("price", Value.number(result.price()))
                .with("revenue", Value.number(result.revenue()))
                .with("deliveries", deliveries.isEmpty() ? Value.missing() : Value.list(deliveries));
    }

    private static List<String> texts(Value list) {
        return ((Arr) list).values().stream().map(Value::text).toList();
    }
}
