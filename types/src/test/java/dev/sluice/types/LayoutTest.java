package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths as a flow declares them: what they mean, what they may read, and what they find. */
class LayoutTest {
    private static final Layout LAYOUT = Layout.builder()
            .field("email", FieldTypes.EMAIL)
            .field("phone_1", FieldTypes.PHONE)
            .names(Section.LEAD, "id", "email")
            .names(Section.VARS, "random", "price")
            .names(Section.APPENDED, "phone_check")
            .names(Section.SUBMISSION, "timestamp")
            .build();
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.parse("2026-03-15T14:30:00Z")));
    private static final Typed EMAIL = FieldTypes.EMAIL.parse(new Text("Ann@Example.com"), PARSING);
    private static final Typed PHONE = FieldTypes.PHONE.parse(new Text("(512) 789-1111"), PARSING);

    private static Scope scope() {
        return Scope.EMPTY
                .with(
                        Section.LEAD,
                        Obj.blank(LAYOUT.shape(Section.LEAD))
                                .with("email", EMAIL)
                                .with("phone_1", PHONE)
                                .with("extra", Value.of(Map.of("list", List.of("a", Map.of("b", 5))))))
                .with(
                        Section.APPENDED,
                        Obj.of(Map.of(
                                "phone_check", Value.of(Map.of("line", "mobile")),
                                "score", Num.of(7),
                                "extra", Num.of(1))))
                .with(Section.VARS, Obj.of(Map.of("random", Num.of(42), "unnamed", Num.of(3))))
                .with(Section.SUBMISSION, Obj.of(Map.of("timestamp", Moment.of(Instant.EPOCH))))
                .with(Section.RECIPIENT, Obj.of(Map.of("name", new Text("Premier"))));
    }

    @ParameterizedTest
    @CsvSource({
        "email, ann@example.com",
        "lead.email, ann@example.com",
        "' email ', ann@example.com",
        "email.domain, example.com",
        "email.local, ann",
        "email.raw, Ann@Example.com",
        "email.valid, true",
        "email.nothing, ''",
        "phone_1.area, 512",
        "phone_1.area.length, 3",
        "random, 42",
        "lead.random_number, 42",
        "unnamed, 3",
        "extra.list.0, a",
        "extra.list[1].b, 5",
        "lead.extra.list.length, 2",
        "score, 7",
        "appended.score, 7",
        "phone_check.line, mobile",
        "appended.phone_check.line, mobile",
        "created_at, 1970-01-01T00:00:00.000Z",
        "submission.timestamp, 1970-01-01T00:00:00.000Z",
        "recipient.name, Premier",
        "nobody, ''",
        "lead.score, ''"
    })
    void a_path_finds_what_it_names(String path, String text) {
        assertThat(LAYOUT.compile(path, Stage.ANY).read(scope()).text()).isEqualTo(text);
        assertThat(scope().get(path.trim()).text()).isEqualTo(text);
    }

    @Test
    void objects_of_another_shape_are_read_by_name() {
        Obj other = Obj.of(Map.of("x", Num.of(1), "email", EMAIL));
        Scope scope = Scope.EMPTY.with(Section.LEAD, other);

        assertThat(LAYOUT.compile("email", Stage.ANY).read(scope)).isSameAs(EMAIL);
        assertThat(LAYOUT.compile("email.domain", Stage.ANY).read(scope).text()).isEqualTo("example.com");
        assertThat(LAYOUT.compile("phone_1", Stage.ANY).read(scope).isMissing()).isTrue();
    }

    @Test
    void a_value_of_another_type_than_declared_answers_by_its_own_names() {
        Scope scope = Scope.EMPTY.with(
                Section.LEAD,
                Obj.blank(LAYOUT.shape(Section.LEAD)).with("email", PHONE).with("phone_1", new Text("12345")));

        assertThat(LAYOUT.compile("email.area", Stage.ANY).read(scope).text()).isEqualTo("512");
        assertThat(LAYOUT.compile("email.domain", Stage.ANY).read(scope).isMissing())
                .isTrue();
        assertThat(LAYOUT.compile("phone_1.length", Stage.ANY).read(scope)).isEqualTo(Num.of(5));
    }

    @Test
    void a_section_alone_is_all_that_it_holds() {
        Scope scope = scope();

        assertThat(LAYOUT.compile("lead", Stage.ANY).read(scope)).isSameAs(scope.section(Section.LEAD));
        assertThat(LAYOUT.compile("account", Stage.ANY).read(scope)).isSameAs(Obj.EMPTY);
    }

    @Test
    void a_path_knows_what_it_reads() {
        Ref domain = LAYOUT.compile("lead.email.domain", Stage.GATE);
        Ref email = LAYOUT.compile("email", Stage.GATE);
        Ref nobody = LAYOUT.compile("nobody.x", Stage.GATE);
        Ref unknown = LAYOUT.compile("lead.nobody", Stage.GATE);
        Ref lead = LAYOUT.compile("lead", Stage.GATE);
        Ref price = LAYOUT.compile("price", Stage.GATE);

        assertThat(domain.path()).isEqualTo("lead.email.domain").isEqualTo(domain.toString());
        assertThat(domain.section()).isEqualTo(Section.LEAD);
        assertThat(domain.member()).contains("email");
        assertThat(domain.type()).containsSame(FieldTypes.EMAIL);
        assertThat(domain.isPart()).isTrue();
        assertThat(domain.declared()).isTrue();
        assertThat(email.isPart()).isFalse();
        assertThat(nobody.declared()).isFalse();
        assertThat(nobody.section()).isEqualTo(Section.LEAD);
        assertThat(nobody.member()).contains("nobody");
        assertThat(nobody.type()).isEmpty();
        assertThat(unknown.declared()).isFalse();
        assertThat(unknown.member()).contains("nobody");
        assertThat(lead.declared()).isTrue();
        assertThat(lead.member()).isEmpty();
        assertThat(price.section()).isEqualTo(Section.VARS);
        assertThat(price.type()).isEmpty();
    }

    @Test
    void a_path_of_one_declared_member_knows_its_place() {
        Shape lead = LAYOUT.shape(Section.LEAD);
        Ref email = LAYOUT.compile("email", Stage.GATE);

        assertThat(email.shape()).isSameAs(lead);
        assertThat(email.place()).isEqualTo(lead.indexOf("email"));
        assertThat(LAYOUT.compile("lead.phone_1", Stage.GATE).place()).isEqualTo(lead.indexOf("phone_1"));
        assertThat(LAYOUT.compile("lead.email.domain", Stage.GATE).place()).isEqualTo(-1);
        assertThat(LAYOUT.compile("lead.nobody", Stage.GATE).place()).isEqualTo(-1);
        assertThat(LAYOUT.compile("lead", Stage.GATE).place()).isEqualTo(-1);
        assertThat(LAYOUT.compile("nobody", Stage.GATE).place()).isEqualTo(-1);
        assertThat(LAYOUT.compile("nobody", Stage.GATE).shape()).isNull();
    }

    @Test
    void a_stage_may_not_read_what_is_not_there_yet() {
        assertThatThrownBy(() -> LAYOUT.compile("appended.phone_check", Stage.GATE))
                .hasMessage("path 'appended.phone_check': appended cannot be read here (column 1)");
        assertThatThrownBy(() -> LAYOUT.compile("recipient.name", Stage.STEP)).isInstanceOf(InvalidPathException.class);
        assertThatThrownBy(() -> LAYOUT.compile("feedback.value", Stage.DELIVERY))
                .isInstanceOf(InvalidPathException.class);
        assertThatThrownBy(() -> LAYOUT.compile("decisions.x", Stage.STEP)).isInstanceOf(InvalidPathException.class);
        assertThat(LAYOUT.compile("decisions.x", Stage.GATE).declared()).isFalse();
        assertThat(LAYOUT.compile("recipient.name", Stage.DELIVERY).section()).isEqualTo(Section.RECIPIENT);
        assertThat(LAYOUT.compile("phone_check", Stage.GATE).declared()).isFalse();
        assertThat(LAYOUT.compile("phone_check", Stage.STEP).section()).isEqualTo(Section.APPENDED);
    }

    @Test
    void a_layout_lists_what_paths_may_begin_with() {
        assertThat(LAYOUT.names())
                .contains("lead", "appended", "steps", "email", "phone_1", "id", "random", "price", "phone_check")
                .doesNotContain("vars", "timestamp");
        assertThat(List.copyOf(LAYOUT.names())).isSorted();
        assertThat(LAYOUT.shape(Section.LEAD).names()).containsExactly("email", "phone_1", "id");
        assertThat(LAYOUT.shape(Section.FEEDBACK)).isSameAs(Shape.EMPTY);
        assertThat(LAYOUT.type("email")).isSameAs(FieldTypes.EMAIL);
        assertThat(LAYOUT.type("id")).isNull();
    }
}
