package dev.sluice.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

        String expected() {
            return test.get("expected").textValue();
        }

        String rendered() {
            Scope scope = Scope.of((Obj) Json.value(test.get("data")));
            return Templates.standard()
                    .compile(test.get("template").textValue())
                    .render(scope, HTML);
        }
    }

    static Stream<String> files() {
        return Stream.of("comments", "interpolation", "sections", "inverted");
    }

    private static Stream<SpecCase> cases(String file) {
        return Json.tests("/mustache-spec/" + file + ".json").stream().map(test -> new SpecCase(file, test));
    }

    @Test
    void every_exclusion_names_a_case() {
        assertThat(DIFFERENT.keySet())
                .isSubsetOf(files().flatMap(MustacheSpecTest::cases)
                        .map(SpecCase::name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_specification_holds(String file) {
        List<String> wrong = cases(file)
                .filter(spec -> !DIFFERENT.containsKey(spec.name()))
                .filter(spec -> !spec.rendered().equals(spec.expected()))
                .map(spec -> spec.name() + ": " + spec.rendered() + " instead of " + spec.expected())
                .toList();

        assertThat(wrong).isEmpty();
    }
}
