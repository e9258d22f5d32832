package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Values that a type has parsed. */
class TypedTest {
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.parse("2026-03-15T14:30:00Z")));
    private static final Typed PHONE = phone("(512) 789-1111 x44");

    private static Typed phone(String text) {
        return FieldTypes.PHONE.parse(new Text(text), PARSING);
    }

    @Test
    void parts_are_components_their_other_names_and_what_every_value_has() {
        Typed wrong = phone("12");

        assertThat(PHONE.part("area")).isEqualTo(new Text("512"));
        assertThat(PHONE.part("ext")).isEqualTo(new Text("44"));
        assertThat(PHONE.part("value")).isEqualTo(new Text("5127891111x44")).isEqualTo(PHONE.part("normal"));
        assertThat(PHONE.part("raw")).isEqualTo(new Text("(512) 789-1111 x44"));
        assertThat(PHONE.part("valid")).isEqualTo(Bool.TRUE);
        assertThat(PHONE.part("problem").isMissing()).isTrue();
        assertThat(PHONE.part("nothing").isMissing()).isTrue();
        assertThat(wrong.part("valid")).isEqualTo(Bool.FALSE);
        assertThat(wrong.part("problem").part("code").text())
                .isEqualTo("not_a_valid_number")
                .isEqualTo(wrong.problem().orElseThrow().code());
        assertThat(wrong.part("problem").part("text").text()).isNotEmpty();
        assertThat(FieldTypes.EMAIL.parse(new Text("a@b.c"), PARSING).part("masked"))
                .isEqualTo(Bool.FALSE);
    }

    @Test
    void components_behind_those_that_were_given_are_missing() {
        Typed few = Typed.valid(FieldTypes.PHONE, new Text("1"), new Text("1"), new Text("512"));

        assertThat(few.component(0)).isEqualTo(new Text("512"));
        assertThat(few.component(1).isMissing()).isTrue();
        assertThat(few.component(100).isMissing()).isTrue();
    }

    @Test
    void components_are_made_once_and_only_when_one_is_asked_for() {
        AtomicInteger made = new AtomicInteger();
        Typed later = Typed.valid(FieldTypes.PHONE, new Text("1"), new Text("1"), () -> {
            made.incrementAndGet();
            return new Value[] {new Text("512")};
        });

        assertThat(later.text()).isEqualTo("1");
        assertThat(later.part("raw")).isEqualTo(new Text("1"));
        assertThat(made).hasValue(0);
        assertThat(later.component(0)).isEqualTo(new Text("512"));
        assertThat(later.component(1).isMissing()).isTrue();
        assertThat(later.withRaw(new Text("one")).part("area")).isEqualTo(new Text("512"));
        assertThat(later).isEqualTo(Typed.valid(FieldTypes.PHONE, new Text("1"), new Text("1"), new Text("512")));
        assertThat(later.component(0)).isSameAs(later.component(0));
    }

    @Test
    void a_component_can_be_replaced_and_added() {
        Typed more = PHONE.with("carrier", new Text("Verizon")).with("area", Null.NULL);

        assertThat(more.part("carrier")).isEqualTo(new Text("Verizon"));
        assertThat(more.part("area")).isEqualTo(Null.NULL);
        assertThat(more.part("line")).isEqualTo(new Text("1111"));
        assertThat(more.valid()).isTrue();
        assertThat(PHONE.part("carrier").isMissing()).isTrue();
        assertThat(Typed.valid(FieldTypes.PHONE, new Text("1"), new Text("1"))
                        .with("area", new Text("5"))
                        .part("line")
                        .isMissing())
                .isTrue();
        assertThatThrownBy(() -> PHONE.with("colour", Null.NULL)).hasMessage("type phone has no component colour");
    }

    @Test
    void another_raw_form_changes_nothing_else() {
        Typed raw = PHONE.withRaw(new Text("given"));

        assertThat(raw.raw()).isEqualTo(new Text("given"));
        assertThat(raw.part("area")).isEqualTo(new Text("512"));
        assertThat(raw).isNotEqualTo(PHONE);
        assertThat(raw.withRaw(PHONE.raw())).isEqualTo(PHONE);
    }

    @Test
    void equal_are_values_of_one_type_with_equal_content() {
        assertThat(PHONE).isEqualTo(phone("(512) 789-1111 x44")).isNotEqualTo(phone("(512) 789-1111 x45"));
        assertThat(PHONE.hashCode()).isEqualTo(phone("(512) 789-1111 x44").hashCode());
        assertThat(PHONE.hashCode()).isNotEqualTo(phone("(512) 789-1111 x45").hashCode());
        assertThat(PHONE).isNotEqualTo(PHONE.with("carrier", new Text("x"))).isNotEqualTo("phone");
        assertThat(PHONE).isNotEqualTo(FieldTypes.PHONE.mask(PHONE));
        assertThat(FieldTypes.FIRST_NAME.parse(new Text("a"), PARSING))
                .isNotEqualTo(FieldTypes.LAST_NAME.parse(new Text("a"), PARSING));
        Problem problem = new Problem("x", "x");
        assertThat(Typed.invalid(FieldTypes.CITY, new Text("a"), new Text("a"), problem))
                .isNotEqualTo(Typed.valid(FieldTypes.CITY, new Text("a"), new Text("a")))
                .isNotEqualTo(Typed.invalid(FieldTypes.CITY, new Text("a"), new Text("b"), problem))
                .isEqualTo(Typed.invalid(FieldTypes.CITY, new Text("a"), new Text("a"), problem));
    }

    /** A type as it was before it learned more components. */
    private record Older(Shape parts) implements FieldType {
        @Override
        public String name() {
            return "score";
        }

        @Override
        public Typed parse(Value input, Parsing parsing) {
            return Typed.valid(this, input, input);
        }

        @Override
        public Set<String> operators() {
            return Set.of();
        }
    }

    @Test
    void a_stored_value_that_knows_fewer_components_is_equal_when_the_others_are_missing() {
        Text text = new Text("1");
        Typed older = Typed.valid(new Older(Shape.of("a")), text, text, text);
        Typed newer = Typed.valid(new Older(Shape.of("b", "a")), text, text, Missing.MISSING, text);
        Typed fuller = Typed.valid(new Older(Shape.of("b", "a")), text, text, text, text);

        assertThat(older).isEqualTo(newer).isNotEqualTo(fuller);
        assertThat(newer).isEqualTo(older).isNotEqualTo(fuller);
        assertThat(fuller).isNotEqualTo(older);
    }

    @Test
    void a_masked_value_keeps_type_and_validity() {
        Typed masked = PHONE.masked(new Text("*"), new Text("**"), new Text("***"));

        assertThat(masked.masked()).isTrue();
        assertThat(masked.valid()).isTrue();
        assertThat(masked.type()).isSameAs(FieldTypes.PHONE);
        assertThat(masked.raw()).isEqualTo(new Text("*"));
        assertThat(masked.normal()).isEqualTo(new Text("**"));
        assertThat(masked.part("area")).isEqualTo(new Text("***"));
        assertThat(masked.part("line").isMissing()).isTrue();
        assertThat(PHONE.masked()).isFalse();
    }

    @Test
    void types_are_named_and_private_as_declared() {
        Older type = new Older(Shape.EMPTY);

        assertThat(type.pii()).isEqualTo(Pii.PERSONAL);
        assertThat(type.isMaskable()).isFalse();
        assertThat(type.aliases()).isEmpty();
        assertThat(type.read(Null.NULL, PARSING)).isEqualTo(Null.NULL);
        assertThat(type.read(PHONE, PARSING)).isSameAs(PHONE);
        assertThat(((Typed) type.read(FieldTypes.CITY.parse(new Text("x"), PARSING), PARSING)).type())
                .isSameAs(type);
        assertThat(((Typed) type.read(new Text("x"), PARSING)).type()).isSameAs(type);
    }

    @Test
    void the_catalogue_of_standard_fields_has_names_types_and_labels() {
        assertThat(StandardFields.named("dob").orElseThrow())
                .isEqualTo(new StandardField("dob", FieldTypes.DOB, "Date of Birth"));
        assertThat(StandardFields.named("nonsense")).isEmpty();
        assertThat(StandardFields.all())
                .extracting(StandardField::name)
                .doesNotHaveDuplicates()
                .hasSize(42);
    }
}
