package dev.sluice.json.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.Outcome;
import dev.sluice.flow.AcceptanceCriteria;
import dev.sluice.flow.FilterAction;
import dev.sluice.flow.FilterStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.RouteStep;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.check.FlowChecks;
import dev.sluice.json.Corpus;
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
import dev.sluice.json.internal.part.HoursForm;
import dev.sluice.json.internal.part.MappingForm;
import dev.sluice.json.internal.part.MinimumForm;
import dev.sluice.json.internal.part.PingLimitForm;
import dev.sluice.json.internal.part.PricingForm;
import dev.sluice.json.internal.part.PricingServiceForm;
import dev.sluice.json.internal.part.WindowForm;
import dev.sluice.json.internal.step.DistributeForm;
import dev.sluice.json.internal.step.EnhancementForm;
import dev.sluice.json.internal.step.FilterForm;
import dev.sluice.json.internal.step.GroupForm;
import dev.sluice.json.internal.step.ListForm;
import dev.sluice.json.internal.step.RecipientForm;
import dev.sluice.json.internal.step.RouteForm;
import dev.sluice.json.internal.step.ScorerForm;
import dev.sluice.json.internal.step.SetForm;
import dev.sluice.json.internal.step.SubFlowForm;
import dev.sluice.rules.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DefinitionsReadmeTest {
    @Test
    void every_code_with_its_severity_stands_in_the_table_and_no_other() throws IOException {
        Set<String> table = rows("### Findings")
                .map(cells -> cells[2].trim() + " " + cells[1].trim().replace("`", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> codes = Stream.concat(Corpus.rows().flatMap(row -> row.findings().stream()), beyondTheCorpus())
                .map(finding -> finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.code())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(table).isEqualTo(codes);
    }

    @Test
    void every_other_name_of_a_key_stands_in_the_table_and_no_other() throws IOException {
        Set<String> table = rows("## Definitions")
                .takeWhile(cells -> !cells[1].contains("json_syntax"))
                .flatMap(cells -> Stream.of(cells[1].split(",")).flatMap(thing -> Stream.of(cells[2].split(","))
                        .map(name -> thing.trim() + ": " + name.trim())))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> names = Stream.of(
                        FlowForm.KEYS,
                        FieldForm.KEYS,
                        HoursForm.KEYS,
                        HoursForm.DAYS,
                        ListCheckForm.KEYS,
                        SuppressionForm.KEYS,
                        DecisionsForm.KEYS,
                        DecisionsForm.LOOK_UP,
                        CapForm.KEYS,
                        PricingForm.KEYS,
                        ConditionForm.SET,
                        EnhancementForm.KEYS,
                        RecipientForm.KEYS,
                        MappingForm.KEYS,
                        AcceptanceForm.KEYS,
                        ConditionForm.RULE,
                        WindowForm.KEYS,
                        DuplicateForm.KEYS,
                        PricingForm.PRICE,
                        PricingForm.ADJUSTMENT,
                        PricingForm.SHARE,
                        PricingServiceForm.KEYS,
                        MinimumForm.KEYS,
                        EntityForm.KEYS,
                        SourceForm.KEYS,
                        SourceKeyForm.KEYS,
                        FieldOverrideForm.KEYS,
                        PingLimitForm.KEYS,
                        ResponseForm.KEYS,
                        ResponseTemplateForm.KEYS,
                        FilterForm.KEYS,
                        FilterForm.ACTION,
                        DistributeForm.KEYS,
                        ScorerForm.KEYS,
                        RouteForm.KEYS,
                        RouteForm.BRANCH,
                        SetForm.KEYS,
                        ListForm.KEYS,
                        GroupForm.KEYS,
                        SubFlowForm.KEYS)
                .flatMap(keys -> keys.otherNames().entrySet().stream()
                        .map(other -> keys.thing().replaceFirst("^an? ", "") + ": `" + other.getKey() + "` for `"
                                + other.getValue() + "`"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(table).isEqualTo(names);
    }

    /** Findings of texts that no JSON file can hold, and of definitions that are built in code. */
    private static Stream<Finding> beyondTheCorpus() {
        FlowDefinition skips = FlowDefinition.builder("f")
                .acceptance(new AcceptanceCriteria(null, Outcome.SKIP, null))
                .source("a")
                .build();
        StepDefinition step = new FilterStep("s", null, true, null, FilterAction.CONTINUE, FilterAction.CONTINUE);
        for (int i = 0; i < 5_000; i++) {
            step = RouteStep.of("r" + i).otherwise(step);
        }
        FlowDefinition deep = FlowDefinition.builder("f").source("a").step(step).build();
        return Stream.of(
                        new Corpus.Row("", "{", List.of()).findings(),
                        new Corpus.Row("", "[".repeat(100), List.of()).findings(),
                        FlowChecks.standard().check(skips),
                        FlowChecks.standard().check(deep))
                .flatMap(List::stream);
    }

    /** The cells of each row of the tables below a heading. */
    private static Stream<String[]> rows(String heading) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        return readme.substring(readme.indexOf(heading + "\n"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| in |") && !line.startsWith("| code |"))
                .map(line -> line.split("\\|"));
    }
}
