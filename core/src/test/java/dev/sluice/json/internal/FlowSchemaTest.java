package dev.sluice.json.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.InvalidFlowException;
import dev.sluice.json.Corpus;
import dev.sluice.json.Definitions;
import dev.sluice.json.FlowJson;
import dev.sluice.json.Mutations;
import dev.sluice.json.ValueJson;
import dev.sluice.json.internal.flow.BatchForm;
import dev.sluice.json.internal.flow.DecisionsForm;
import dev.sluice.json.internal.flow.DuplicateForm;
import dev.sluice.json.internal.flow.FieldForm;
import dev.sluice.json.internal.flow.FieldOverrideForm;
import dev.sluice.json.internal.flow.FlowForm;
import dev.sluice.json.internal.flow.ListCheckForm;
import dev.sluice.json.internal.flow.ResponseForm;
import dev.sluice.json.internal.flow.ResponseTemplateForm;
import dev.sluice.json.internal.flow.SourceForm;
import dev.sluice.json.internal.flow.SourceKeyForm;
import dev.sluice.json.internal.flow.SuppressionForm;
import dev.sluice.json.internal.part.AcceptanceForm;
import dev.sluice.json.internal.part.CapForm;
import dev.sluice.json.internal.part.ConditionForm;
import dev.sluice.json.internal.part.EntityForm;
import dev.sluice.json.internal.part.FileScheduleForm;
import dev.sluice.json.internal.part.HoursForm;
import dev.sluice.json.internal.part.MappingForm;
import dev.sluice.json.internal.part.MinimumForm;
import dev.sluice.json.internal.part.PingLimitForm;
import dev.sluice.json.internal.part.PricingForm;
import dev.sluice.json.internal.part.PricingServiceForm;
import dev.sluice.json.internal.part.WindowForm;
import dev.sluice.json.internal.report.ColumnForm;
import dev.sluice.json.internal.report.ExportPlanForm;
import dev.sluice.json.internal.report.ReportForm;
import dev.sluice.json.internal.step.DistributeForm;
import dev.sluice.json.internal.step.EnhancementForm;
import dev.sluice.json.internal.step.FilterForm;
import dev.sluice.json.internal.step.GroupForm;
import dev.sluice.json.internal.step.ListForm;
import dev.sluice.json.internal.step.RecipientForm;
import dev.sluice.json.internal.step.RouteForm;
import dev.sluice.json.internal.step.SetForm;
import dev.sluice.json.internal.step.SubFlowForm;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.rules.Finding;
import dev.sluice.rules.Operator;
import dev.sluice.types.Arr;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class FlowSchemaTest {
    /** What is wrong with the form of a definition, as opposed to what it says. Time zones are too many for a schema. */
    private static final Set<String> STRUCTURAL = Set.of(
            "conflicting_keys",
            "duplicate_key",
            "invalid_duration",
            "invalid_time",
            "missing_key",
            "unknown_condition",
            "unknown_format",
            "unknown_key",
            "unknown_operator",
            "unknown_step_type",
            "unknown_word",
            "wrong_type");

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text());

    static LongStream seeds() {
        Long given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : new Random(12).longs(50);
    }

    static Stream<Corpus.Row> rows() {
        return Corpus.rows();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_the_writer_makes_is_valid(long seed) {
        String json = FlowJson.write(new Definitions(seed).flow());

        assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_the_reader_refuses_for_its_form_is_invalid(long seed) {
        Value flow = ValueJson.read(FlowJson.write(new Definitions(seed).flow()));
        Mutations mutations = new Mutations(seed);
        for (int i = 0; i < 10; i++) {
            String spoilt = ValueJson.write(mutations.spoil(flow));
            List<Finding> structural = structural(spoilt);
            if (!structural.isEmpty()) {
                assertThat(SCHEMA.validate(spoilt, InputFormat.JSON))
                        .as(structural + " in " + spoilt)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void the_spoilt_definitions_of_this_test_are_often_refused() {
        long refused = LongStream.range(0, 200)
                .mapToObj(seed -> new Mutations(seed)
                        .spoil(ValueJson.read(new Definitions(seed).flow().toJson())))
                .filter(spoilt -> !structural(ValueJson.write(spoilt)).isEmpty())
                .count();

        assertThat(refused).isGreaterThan(60);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void the_corpus_is_judged_alike_by_reader_and_schema(Corpus.Row row) {
        boolean refused = !structural(row.flow()).isEmpty();
        boolean unreadable = row.isUnreadable();

        if (refused || !unreadable) {
            assertThat(SCHEMA.validate(row.flow(), InputFormat.JSON).isEmpty()).isEqualTo(!refused);
        }
    }

    @Test
    void the_schema_knows_the_same_keys_as_the_reader() {
        Map<String, Vocabulary> tables = Map.ofEntries(
                Map.entry("flow", FlowForm.KEYS),
                Map.entry("field", FieldForm.KEYS),
                Map.entry("schedule", HoursForm.KEYS),
                Map.entry("week", HoursForm.DAYS),
                Map.entry("listCheck", ListCheckForm.KEYS),
                Map.entry("suppression", SuppressionForm.KEYS),
                Map.entry("purchasingDecisions", DecisionsForm.KEYS),
                Map.entry("lookUp", DecisionsForm.LOOK_UP),
                Map.entry("mapping", MappingForm.KEYS),
                Map.entry("acceptanceCriteria", AcceptanceForm.KEYS),
                Map.entry("rule", ConditionForm.RULE),
                Map.entry("ruleSet", ConditionForm.SET),
                Map.entry("expression", ConditionForm.EXPRESSION),
                Map.entry("window", WindowForm.KEYS),
                Map.entry("duplicateCheck", DuplicateForm.KEYS),
                Map.entry("pricing", PricingForm.KEYS),
                Map.entry("price", PricingForm.PRICE),
                Map.entry("adjustment", PricingForm.ADJUSTMENT),
                Map.entry("share", PricingForm.SHARE),
                Map.entry("minimumWithPolicy", MinimumForm.KEYS),
                Map.entry("pricingService", PricingServiceForm.KEYS),
                Map.entry("cap", CapForm.KEYS),
                Map.entry("batch", BatchForm.KEYS),
                Map.entry("fileTransport", BatchForm.TRANSPORT),
                Map.entry("fileSchedule", FileScheduleForm.KEYS),
                Map.entry("fileTime", FileScheduleForm.TIME),
                Map.entry("exportPlan", ExportPlanForm.KEYS),
                Map.entry("report", ReportForm.KEYS),
                Map.entry("reportPeriod", ReportForm.PERIOD),
                Map.entry("reportColumn", ColumnForm.COLUMN),
                Map.entry("reportDimension", ColumnForm.DIMENSION),
                Map.entry("entity", EntityForm.KEYS),
                Map.entry("source", SourceForm.KEYS),
                Map.entry("keyHash", SourceKeyForm.KEYS),
                Map.entry("fieldOverride", FieldOverrideForm.KEYS),
                Map.entry("pingLimit", PingLimitForm.KEYS),
                Map.entry("response", ResponseForm.KEYS),
                Map.entry("responseTemplate", ResponseTemplateForm.KEYS),
                Map.entry("filter", FilterForm.KEYS),
                Map.entry("enhancement", EnhancementForm.KEYS),
                Map.entry("recipient", RecipientForm.KEYS),
                Map.entry("route", RouteForm.KEYS),
                Map.entry("branch", RouteForm.BRANCH),
                Map.entry("set", SetForm.KEYS),
                Map.entry("list", ListForm.KEYS),
                Map.entry("group", GroupForm.KEYS),
                Map.entry("subFlow", SubFlowForm.KEYS),
                Map.entry("distribute", DistributeForm.KEYS));

        tables.forEach((name, table) -> {
            Obj definition = (Obj) ValueJson.read(text()).part("$defs").part(name);
            assertThat(((Obj) definition.get("properties")).members().keySet())
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(table.names());
            assertThat(definition.get("additionalProperties")).as(name).isEqualTo(Value.bool(false));
        });
    }

    @Test
    void the_schema_knows_every_operator() {
        Value operators = ValueJson.read(text())
                .part("$defs")
                .part("rule")
                .part("properties")
                .part("op")
                .part("enum");

        assertThat(((Arr) operators).values().stream().map(Value::text))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Operator.values())
                        .map(Operator::canonical)
                        .toList());
    }

    private static List<Finding> structural(String json) {
        try {
            FlowJson.read(json);
            return List.of();
        } catch (InvalidFlowException invalid) {
            return invalid.findings().stream()
                    .filter(finding -> STRUCTURAL.contains(finding.code()))
                    .toList();
        }
    }

    private static String text() {
        try (InputStream in = FlowJson.class.getResourceAsStream("/dev/sluice/flow.schema.json")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
