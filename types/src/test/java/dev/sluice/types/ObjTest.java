package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects: names in an order, shared shapes, and members that may be missing. */
class ObjTest {
    private static final Shape AB = Shape.of("a", "b");
    private static final Text X = new Text("x");
    private static final Text Y = new Text("y");

    @Test
    void a_member_is_there_by_place_and_by_name() {
        Obj obj = Obj.of(AB, X, Y);

        assertThat(obj.at(1)).isSameAs(Y);
        assertThat(obj.get("a")).isSameAs(X);
        assertThat(obj.part("b")).isSameAs(Y);
        assertThat(obj.get("c").isMissing()).isTrue();
        assertThat(obj.size()).isEqualTo(2);
        assertThat(obj.shape()).isSameAs(AB);
        assertThatThrownBy(() -> Obj.of(AB, X)).hasMessageContaining("needs 2 values, not 1");
    }

    @Test
    void an_object_keeps_what_it_was_given_then() {
        Value[] values = {X, Y};
        Obj obj = Obj.of(AB, values);
        values[0] = Y;

        assertThat(obj.at(0)).isSameAs(X);
    }

    @Test
    void a_builder_fills_by_place_and_by_name_and_builds_once() {
        Obj.Builder builder = Obj.builder(AB).set(0, X);

        assertThat(builder.at(0)).isSameAs(X);
        assertThat(builder.at(1).isMissing()).isTrue();
        assertThatThrownBy(() -> builder.set("c", X)).hasMessageContaining("has no member c");
        assertThat(builder.set("b", Y).build()).isEqualTo(Obj.of(AB, X, Y));
        assertThat(Obj.builder(AB).build().isBlank()).isTrue();
        assertThatThrownBy(() -> builder.set(0, Y)).hasMessageContaining("built already");
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_new_value_gives_a_new_object_of_the_same_shape() {
        Obj before = Obj.of(AB, X, Y);
        Obj after = before.with("a", Y);

        assertThat(before.get("a")).isSameAs(X);
        assertThat(after.get("a")).isSameAs(Y);
        assertThat(after.shape()).isSameAs(AB);
        assertThat(before.with("a", X)).isSameAs(before);
        assertThat(before.withAt(1, Y)).isSameAs(before);
    }

    @Test
    void a_new_name_stands_at_the_end() {
        Obj longer = Obj.of(AB, X, Y).with("c", Null.NULL);

        assertThat(longer.shape().names()).containsExactly("a", "b", "c");
        assertThat(longer.at(2)).isEqualTo(Null.NULL);
        assertThat(longer.get("a")).isSameAs(X);
        Obj empty = Obj.EMPTY.with("c", Missing.MISSING);
        assertThat(empty).isSameAs(Obj.EMPTY);
    }

    @Test
    void a_missing_member_counts_as_absent() {
        Obj obj = Obj.blank(AB);
        Obj one = obj.with("b", X);

        assertThat(obj.at(0).isMissing()).isTrue();
        assertThat(obj.size()).isZero();
        assertThat(one.size()).isEqualTo(1);
        assertThat(one.members()).containsExactly(Map.entry("b", X));
        assertThat(one).isEqualTo(Obj.of(Map.of("b", X))).isNotEqualTo(obj).isNotEqualTo("b");
        assertThat(one.hashCode()).isEqualTo(Obj.of(Map.of("b", X)).hashCode());
        assertThat(one.hashCode()).isNotEqualTo(Obj.of(Map.of("b", Y)).hashCode());
        assertThat(Obj.of(Map.of())).isSameAs(Obj.EMPTY);
    }

    @Test
    void merging_puts_what_is_present_over_what_was_there() {
        assertThat(Obj.EMPTY.merge(Obj.blank(AB).with("b", Y)).members()).containsExactly(Map.entry("b", Y));
        Obj merged = Obj.of(AB, X, X)
                .merge(Obj.blank(Shape.of("b", "c", "d")).with("b", Y).with("d", Y));

        assertThat(merged.members()).containsExactly(Map.entry("a", X), Map.entry("b", Y), Map.entry("d", Y));
    }

    @Test
    void an_object_takes_another_shape_and_loses_nothing() {
        Obj obj = Obj.of(Shape.of("c", "a"), Y, X);
        Obj shaped = obj.shapedAs(AB);

        assertThat(shaped.at(0)).isSameAs(X);
        assertThat(shaped.at(1).isMissing()).isTrue();
        assertThat(shaped.get("c")).isSameAs(Y);
        assertThat(shaped).isEqualTo(obj);
        assertThat(Obj.of(AB, X, Y).shapedAs(AB).shape()).isSameAs(AB);
        Obj same = Obj.of(AB, X, Y);
        assertThat(same.shapedAs(AB)).isSameAs(same);
    }

    @Test
    void a_shape_names_each_member_once() {
        assertThat(Shape.of(List.of())).isSameAs(Shape.EMPTY);
        assertThat(AB.indexOf("b")).isEqualTo(1);
        assertThat(AB.indexOf("c")).isEqualTo(-1);
        assertThat(AB.name(0)).isEqualTo("a");
        assertThat(AB.size()).isEqualTo(2);
        assertThat(AB).hasToString("shape[a, b]");
        assertThatThrownBy(() -> Shape.of("a", "a")).hasMessageContaining("once");
    }
}
