package dev.sluice.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The public Mustache specification, where the language of our templates agrees with it. */
class MustacheSpecTest {
    /** Cases that Handlebars decides otherwise or that cannot arise, each with the reason. */
    private static final String ROOT = "the data of a template is always an object";

    private static final String PARENT = "a name is looked for in its own block only; ../ leads out of it";
    private static final Map<String, String> DIFFERENT = Map.of(
            "interpolation: Implicit Iterators - Basic Interpolation", ROOT,
            "interpolation: Implicit Iterators - HTML Escaping", ROOT,
            "interpolation: Implicit Iterators - Triple Mustache", ROOT,
            "interpolation: Implicit Iterators - Ampersand", ROOT,
            "interpolation: Implicit Iterators - Basic Integer Interpolation", ROOT,
            "sections: Implicit Iterator - Root-level", ROOT,
            "sections: Parent contexts", PARENT,
            "sections: Variable test", PARENT,
            "sections: List Contexts", PARENT,
            "sections: Deeply Nested Contexts", PARENT);

    private static final Rendering HTML = new Rendering(At.utc(Instant.EPOCH), Escape.HTML);

    record SpecCase(String file, JsonNode test) {
        String name() {
            return file + ": " + test.get("name").textValue();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static Stream<SpecCase> cases() {
        return all().filter(test -> !DIFFERENT.containsKey(test.name()));
    }

    private static Stream<SpecCase> all() {
        return Set.of("comments", "interpolation", "sections", "inverted").stream()
                .sorted()
                .flatMap(file -> StreamSupport.stream(
                                Json.read(Json.resource("/mustache-spec/" + file + ".json"))
                                        .get("tests")
                                        .spliterator(),
                                false)
                        .map(test -> new SpecCase(file, test)));
    }

    @Test
    void every_exclusion_names_a_case() {
        assertThat(DIFFERENT.keySet()).isSubsetOf(all().map(SpecCase::name).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_specification_holds(SpecCase spec) {
        Scope scope = Scope.of((Obj) Json.value(spec.test().get("data")));

        String text = Templates.standard()
                .compile(spec.test().get("template").textValue())
                .render(scope, HTML);

        assertThat(text).isEqualTo(spec.test().get("expected").textValue());
    }
}
