package dev.sluice.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.types.At;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Layout;
import dev.sluice.types.Missing;
import dev.sluice.types.Null;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Ref;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Stage;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private static final At AT = At.utc(Instant.parse("2026-03-15T14:30:00Z"));
    private static final Rendering PLAIN = Rendering.plain(AT);

    private static Scope scope(Map<String, ?> tree) {
        return Scope.of((Obj) Value.of(tree));
    }

    private static Template compile(String text) {
        return Templates.standard().compile(text);
    }

    @Test
    void one_variable_keeps_its_type() {
        Value email = FieldTypes.EMAIL.parse(new Text("a@example.com"), Parsing.at(AT));
        Scope scope =
                Scope.EMPTY.with(Section.LEAD, Obj.EMPTY.with("email", email).with("nil", Null.NULL));

        assertThat(compile(" {{ lead.email }}\n").evaluate(scope, PLAIN)).isSameAs(email);
        assertThat(compile("{{{lead.email}}}").keepsType()).isTrue();
        assertThat(compile("{{lead.nil}}").evaluate(scope, PLAIN)).isEqualTo(Null.NULL);
        assertThat(compile("{{lead.none}}").evaluate(scope, PLAIN)).isEqualTo(Missing.MISSING);
        assertThat(compile("{{lead.email}}!").evaluate(scope, PLAIN)).isEqualTo(new Text("a@example.com!"));
        assertThat(compile("{{#if lead.email}}x{{/if}}").keepsType()).isFalse();
        assertThat(compile("{{lead.email}}{{lead.email}}").keepsType()).isFalse();
    }

    @Test
    void text_without_variables_is_constant() {
        assertThat(compile("plain").isConstant()).isTrue();
        assertThat(compile("").isConstant()).isTrue();
        assertThat(compile("").evaluate(Scope.EMPTY, PLAIN)).isEqualTo(new Text(""));
        assertThat(compile("a{{b}}").isConstant()).isFalse();
        assertThat(compile("a{{! b }}").isConstant()).isTrue();
        assertThat(compile("plain").source()).isEqualTo("plain");
        assertThat(compile("plain")).hasToString("plain");
    }

    @Test
    void a_path_is_itself_then_of_the_lead_then_of_what_was_appended() {
        Scope scope = scope(Map.of(
                "state", "CA",
                "lead", Map.of("state", "TX", "city", "Austin", "phone", Map.of("area", "512")),
                "appended", Map.of("phone", Map.of("area", "999", "carrier", "V"), "check", Map.of("ok", true))));

        assertThat(compile("{{state}} {{city}} {{check.ok}} {{phone.area}}").render(scope, PLAIN))
                .isEqualTo("CA Austin true 512");
    }

    @Test
    void a_layout_decides_what_a_stage_may_read() {
        Layout layout = Layout.builder().field("email", FieldTypes.EMAIL).build();

        assertThatThrownBy(() -> Templates.standard().compile("a {{decisions.x}}", layout, Stage.STEP))
                .isInstanceOfSatisfying(
                        TemplateException.class, e -> assertThat(e.column()).isEqualTo(5));
        Template template = Templates.standard().compile("{{email}}{{nope}}", layout, Stage.STEP);
        assertThat(template.refs()).extracting(Ref::declared).containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{a}} {{b.c}} {{a}} ~ a, b.c",
                "{{#if a}}{{b}}{{else}}{{c}}{{/if}} ~ a, b, c",
                "{{#each items}}{{n}}{{../a}}{{@root.z}}{{/each}} ~ items, a, z",
                "{{#each items as |i|}}{{i.n}}{{/each}} ~ items",
                "{{#with lead}}{{state}}{{../a}}{{/with}} ~ lead, lead.state, a",
                "{{#with this}}{{a}}{{/with}} ~ this, a",
                "{{uppercase (default a b)}} ~ a, b",
                "{{math \"a.x * 2 + b + a.x\"}} ~ a.x, b",
                "{{#*inline \"p\"}}{{a}}{{/inline}}{{> p b}} ~ a, b",
                "{{#flag}}{{n}}{{/flag}} ~ flag",
                "{{lookup lead key}} ~ lead, key",
                "{{lead.[odd key]}}{{a.[b.c]}} ~ lead.odd key, a[b.c]",
            })
    void the_paths_that_are_read_can_be_listed(String text, String expected) {
        List<String> paths = List.of(expected.replace("this, ", "").split(", "));

        assertThat(compile(text).paths()).containsExactlyInAnyOrderElementsOf(paths);
        assertThat(compile(text).refs()).hasSameSizeAs(paths);
        assertThat(compile(text).readsAll()).isEqualTo(expected.startsWith("this"));
    }

    @Test
    void missing_variables_can_be_asked_for() {
        Scope scope = scope(Map.of("a", "1", "list", List.of(1)));

        assertThat(compile("{{a}}").readsMissing(scope)).isFalse();
        assertThat(compile("{{a}}{{b}}").readsMissing(scope)).isTrue();
        assertThat(compile("{{#each list}}{{n}}{{/each}}").readsMissing(scope)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"credential.password", "secret.key", "secrets.a", "#with secret}}{{key}}{{/with"})
    void secrets_are_refused_unless_asked_for(String path) {
        String text = "{{" + path + "}}";
        Scope scope = scope(Map.of("secret", Map.of("key", "k1")));

        assertThatThrownBy(() -> compile(text))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("secrets");
        assertThat(Templates.standard()
                        .readingSecrets()
                        .compile("Bearer {{secret.key}}")
                        .render(scope, PLAIN))
                .isEqualTo("Bearer k1");
    }

    @Test
    void a_declared_field_may_be_called_like_a_secret() {
        Layout layout = Layout.builder().field("secret", FieldTypes.STRING).build();
        Scope scope = Scope.EMPTY.with(Section.LEAD, Obj.EMPTY.with("secret", new Text("x")));

        assertThat(Templates.standard()
                        .compile("{{secret}}", layout, Stage.STEP)
                        .evaluate(scope, PLAIN))
                .isEqualTo(new Text("x"));
    }

    @Test
    void hosts_add_helpers_and_replace_ours() {
        Templates templates = Templates.standard()
                .with(
                        "shout",
                        call -> new Text(call.argument(0).text()
                                + call.named("mark").text()
                                + call.at().zone()))
                .with("lowercase", call -> new Text("mine"))
                .with(
                        "flag",
                        call -> Value.bool(
                                call.arguments().size() == 2 && call.argument(5).isMissing()));
        Scope scope = scope(Map.of("a", "<b>"));

        assertThat(templates.compile("{{shout a mark='!'}}").evaluate(scope, PLAIN))
                .isEqualTo(new Text("<b>!Z"));
        assertThat(templates.compile("x{{shout a}}").render(scope, new Rendering(AT, Escape.HTML)))
                .isEqualTo("x&lt;b&gt;Z");
        assertThat(templates.compile("{{lowercase a}}").evaluate(scope, PLAIN)).isEqualTo(new Text("mine"));
        assertThat(templates
                        .compile("{{#flag a a}}y{{else}}n{{/flag}}{{#flag a}}y{{else}}n{{/flag}}")
                        .render(scope, PLAIN))
                .isEqualTo("yn");
        assertThatThrownBy(() -> compile("{{shout a}}")).hasMessageContaining("no helper named shout");
    }

    @Test
    void a_failing_helper_is_told_without_its_message() {
        Templates templates = Templates.standard().with("bad", call -> {
            throw new IllegalStateException("value 123-45-6789");
        });

        assertThatThrownBy(() -> templates.compile("ab{{bad}}").render(Scope.EMPTY, PLAIN))
                .isInstanceOf(TemplateException.class)
                .hasMessage("helper bad failed with java.lang.IllegalStateException (line 1, column 5)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"if", "unless", "each", "with"})
    void words_of_the_language_are_no_helpers(String word) {
        assertThatThrownBy(() -> Templates.standard().with(word, call -> call.argument(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(word);
        assertThatThrownBy(() -> compile("{{" + word + " a}}")).hasMessageContaining("{{#" + word);
    }

    @Test
    void limits_are_the_hosts_choice() {
        Scope scope = scope(Map.of("list", List.of(1, 2, 3)));
        Templates two = Templates.standard().limits(new Limits(100, 2, 2, 1_000, 1_000));
        Templates few = Templates.standard().limits(new Limits(100, 2, 100, 9, 1_000));
        Templates small = Templates.standard().limits(new Limits(100, 2, 100, 1_000, 5));

        assertThatThrownBy(() -> two.compile("{{#each list}}x{{/each}}").render(scope, PLAIN))
                .hasMessageContaining("3 rounds");
        assertThat(few.compile("{{#each list}}{{this}}{{/each}}").render(scope, PLAIN))
                .isEqualTo("123");
        assertThatThrownBy(() ->
                        few.compile("{{#each list}}{{this}}{{this}}{{/each}}").render(scope, PLAIN))
                .hasMessageContaining("9 steps");
        assertThat(small.compile("{{list}}").render(scope, PLAIN)).isEqualTo("1,2,3");
        assertThatThrownBy(() -> small.compile("{{list}}{{list.0}}").render(scope, PLAIN))
                .hasMessageContaining("5 characters");
        assertThatThrownBy(() -> two.compile("{{#if a}}{{#if a}}{{#if a}}{{/if}}{{/if}}{{/if}}"))
                .hasMessageContaining("deeper than 2");
        assertThatThrownBy(() -> two.compile("{{uppercase (uppercase (uppercase (uppercase a)))}}"))
                .hasMessageContaining("deeper than 2");
        assertThatThrownBy(() -> two.compile("x".repeat(101))).hasMessageContaining("101 characters");
        assertThatThrownBy(() -> new Limits(1, 1, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void output_is_counted_from_where_it_begins() {
        StringBuilder out = new StringBuilder("x".repeat(50));

        Templates.standard()
                .limits(new Limits(100, 2, 100, 1_000, 5))
                .compile("ab{{a}}")
                .render(scope(Map.of("a", "cde")), PLAIN, out);

        assertThat(out).endsWith("xabcde");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{{#if a}}\\n x ~ 1 ~ 1 ~ this block is not closed",
                "a\\n {{/if}} ~ 2 ~ 2 ~ closes no block",
                "{{#if a}}{{/each}} ~ 1 ~ 10 ~ {{/if}} is expected, not {{/each}}",
                "ab{{else}} ~ 1 ~ 3 ~ else stands in no block",
                "{{nope 1}} ~ 1 ~ 3 ~ there is no helper named nope",
                "{{#each a}}{{else}}{{else}}{{/each}} ~ 1 ~ 20 ~ nothing but the end",
                "{{> nope}} ~ 1 ~ 5 ~ no inline partial named nope",
                "{{a ~ 1 ~ 3 ~ tag is not closed",
                "{{a b= }} ~ 1 ~ 8 ~ a name, text or number is expected",
                "{{uppercase \"a}} ~ 1 ~ 13 ~ this text is not closed",
                "{{a.[b}} ~ 1 ~ 5 ~ this [ is not closed",
                "{{uppercase (uppercase a}} ~ 1 ~ 13 ~ this ( is not closed",
                "{{uppercase a=1 b}} ~ 1 ~ 17 ~ before named ones",
                "{{uppercase \"x\"=b}} ~ 1 ~ 13 ~ a name is expected before =",
                "{{a/../b}} ~ 1 ~ 3 ~ at the beginning only",
                "{{* a}} ~ 1 ~ 1 ~ decorators",
                "{{#* other \"x\"}}{{/other}} ~ 1 ~ 1 ~ only decorator is inline",
                "{{#*inline a}}{{/inline}} ~ 1 ~ 1 ~ one name",
                "{{#*inline \"a\"}}{{else}}{{/inline}} ~ 1 ~ 17 ~ else has no place",
                "{{a as |b|}} ~ 1 ~ 1 ~ only blocks have names",
                "{{#each a as |b }}{{/each}} ~ 1 ~ 11 ~ not closed",
                "{{#if a b}}{{/if}} ~ 1 ~ 4 ~ takes one value, not 2",
                "{{#each a b=1}}{{/each}} ~ 1 ~ 4 ~ has no argument b",
                "{{!-- a }} ~ 1 ~ 1 ~ this comment is not closed",
                "{{{{a}}}} x ~ 1 ~ 1 ~ raw block is not closed",
                "{{{{a}}}}x{{{{/b}}}} ~ 1 ~ 11 ~ is expected here",
                "{{#*inline \"a\"}}{{/inline}}{{> a b c}} ~ 1 ~ 32 ~ one value to work on",
                "{{> (lookup a \"x\")}} ~ 1 ~ 5 ~ not a sub-expression",
                "{{^if a}}{{else if b}}{{/if}} ~ 1 ~ 4 ~ begins with ^",
                "{{a \"}} ~ 1 ~ 5 ~ not closed",
                "{{uppercase (nope)}} ~ 1 ~ 13 ~ no helper named nope",
                "{{a}}} ~ 1 ~ 4 ~ closes {{{ only",
            })
    void faults_say_where_and_what(String text, int line, int column, String fault) {
        assertThatThrownBy(() -> compile(text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(TemplateException.class, e -> {
                    assertThat(e)
                            .hasMessageContaining(fault)
                            .hasMessageEndingWith("(line " + line + ", column " + column + ")");
                    assertThat(e.line()).isEqualTo(line);
                    assertThat(e.column()).isEqualTo(column);
                });
    }

    @Test
    void what_goes_beyond_handlebars() {
        Scope scope = scope(
                Map.of("a", Map.of("0", "zero", "b", List.of("x", "y")), "h", Map.of("Retry-After", 5, "p]q", 1)));

        assertThat(compile("{{a.0}} {{a.b[1]}} {{a[\"b\"][0]}} {{h['Retry-After']}} {{h[\"p]q\"]}}")
                        .render(scope, PLAIN))
                .isEqualTo("zero y x 5 1");
        assertThat(compile("{{#each a.b as |it|}}{{#*inline \"p\"}}<{{it}}>{{/inline}}{{> p}}{{/each}}")
                        .render(scope, PLAIN))
                .isEqualTo("<x><y>");
        assertThat(compile("{{{{whatever}}}}{{x}}{{{{/whatever}}}}").render(scope, PLAIN))
                .isEqualTo("{{x}}");
        assertThat(compile("{{{{if a}}}}{{x}}{{{{/if}}}}").render(scope, PLAIN)).isEqualTo("{{x}}");
    }

    @Test
    void a_block_counts_as_false_what_is_blank() {
        Scope scope = scope(Map.of("blank", " ", "empty", Map.of(), "zero", 0, "no", false, "list", List.of()));

        assertThat(compile(
                                "{{#if blank}}a{{/if}}{{#if empty}}b{{/if}}{{#if zero}}c{{/if}}{{#if no}}d{{/if}}{{#if list}}e{{/if}}")
                        .render(scope, PLAIN))
                .isEmpty();
    }

    @Test
    void one_program_serves_many_threads() {
        Template template =
                compile("{{#each list as |x|}}{{#each ../list as |y|}}{{x}}{{y}},{{/each}}{{/each}}{{uppercase a}}");
        Scope scope = scope(Map.of("list", List.of(1, 2, 3), "a", "z"));
        String expected = template.render(scope, PLAIN);

        assertThat(IntStream.range(0, 500).parallel().mapToObj(i -> template.render(scope, PLAIN)))
                .containsOnly(expected);
    }
}
