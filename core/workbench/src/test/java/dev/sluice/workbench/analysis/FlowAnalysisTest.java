package dev.sluice.workbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.FlowDefinition;
import dev.sluice.rules.Finding;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FlowAnalysisTest {
    @Test
    void tells_what_the_checks_of_core_tell() {
        FlowDefinition nobody = FlowDefinition.builder("nobody").build();

        assertThat(FlowAnalysis.standard().check(nobody))
                .extracting(Finding::code)
                .contains("no_sources");
    }
}
