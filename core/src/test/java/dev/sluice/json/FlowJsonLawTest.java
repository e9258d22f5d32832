package dev.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.flow.FlowDefinition;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class FlowJsonLawTest {
    static LongStream seeds() {
        Long given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : new Random(20261121).longs(150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void reading_what_was_written_gives_an_equal_definition(long seed) {
        FlowDefinition flow = new Definitions(seed).flow();

        assertThat(FlowJson.read(FlowJson.write(flow))).isEqualTo(flow);
        assertThat(FlowJson.read(FlowJson.pretty(flow))).isEqualTo(flow);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equal_definitions_are_written_alike(long seed) {
        FlowDefinition flow = new Definitions(seed).flow();

        assertThat(FlowJson.read(FlowJson.pretty(flow)).toJson()).isEqualTo(flow.toJson());
    }

    @Test
    void the_hash_passes_over_the_authors_label_and_nothing_else() {
        FlowDefinition flow = FlowDefinition.builder("f").source("a").build();

        assertThat(FlowJson.hash(flow))
                .hasSize(64)
                .isEqualTo(FlowJson.hash(flow.toBuilder().version("7").build()));
        assertThat(FlowJson.hash(flow))
                .isNotEqualTo(FlowJson.hash(flow.toBuilder().name("other").build()));
    }
}
