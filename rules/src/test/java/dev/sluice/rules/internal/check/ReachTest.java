package dev.sluice.rules.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rules.Operator;
import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Moment;
import dev.sluice.types.Parsing;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an index may know of checks and of values. */
class ReachTest {
    private static Reach reach(Operator operator, Object right) {
        return reach(operator, right, null);
    }

    private static Reach reach(Operator operator, Object right, @Nullable FieldType type) {
        return new Checks(text -> false).of(operator, Value.of(right), type).reach();
    }

    private static Value typed(FieldType type, String text) {
        return type.parse(Value.text(text), Parsing.at(At.utc(Instant.EPOCH)));
    }

    @Test
    void equality_reaches_the_text_and_the_number() {
        assertThat(reach(Operator.IS_EQUAL_TO, "TX")).isEqualTo(new Reach.Keys(Set.of("tx")));
        assertThat(reach(Operator.IS_EQUAL_TO, "5.0")).isEqualTo(new Reach.Keys(Set.of("5.0", new BigDecimal("5"))));
        assertThat(reach(Operator.IS_NOT_EQUAL_TO, 5)).isEqualTo(new Reach.Keys(Set.of("5", new BigDecimal("5"))));
        assertThat(reach(Operator.IS_INCLUDED_IN, List.of("A", 7)))
                .isEqualTo(new Reach.Keys(Set.of("a", "7", new BigDecimal("7"))));
    }

    @Test
    void equality_reaches_both_spellings() {
        assertThat(reach(Operator.IS_EQUAL_TO, "Texas", FieldTypes.STATE))
                .isEqualTo(new Reach.Keys(Set.of("texas", "tx")));
        assertThat(reach(Operator.IS_INCLUDED_IN, "Texas,UT", FieldTypes.STATE))
                .isEqualTo(new Reach.Keys(Set.of("texas", "tx", "ut")));
        assertThat(reach(Operator.IS_EQUAL_TO, List.of("Texas"), FieldTypes.STATE))
                .isEqualTo(Reach.UNKNOWN);
    }

    @Test
    void blanks_lists_and_moments_may_equal_anything() {
        assertThat(reach(Operator.IS_EQUAL_TO, "")).isEqualTo(Reach.UNKNOWN);
        assertThat(reach(Operator.IS_EQUAL_TO, List.of("a"))).isEqualTo(Reach.UNKNOWN);
        assertThat(reach(Operator.IS_EQUAL_TO, Moment.of(Instant.EPOCH))).isEqualTo(Reach.UNKNOWN);
    }

    @Test
    void orderings_reach_to_one_side() {
        double far = Double.POSITIVE_INFINITY;

        assertThat(reach(Operator.IS_GREATER_THAN, 5)).isEqualTo(new Reach.Interval(5, far));
        assertThat(reach(Operator.IS_LESS_THAN_OR_EQUAL_TO, "$5")).isEqualTo(new Reach.Interval(-far, 5));
        assertThat(reach(Operator.IS_LESS_THAN, "2024-01-01")).isEqualTo(Reach.UNKNOWN);
    }

    @Test
    void ranges_reach_between_their_bounds() {
        assertThat(reach(Operator.IS_BETWEEN, "5-10")).isEqualTo(new Reach.Interval(5, 10));
        assertThat(reach(Operator.IS_NOT_BETWEEN, "5-10")).isEqualTo(Reach.UNKNOWN);
        assertThat(reach(Operator.IS_BETWEEN, "2024-01-01 to 2024-02-01")).isEqualTo(Reach.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operator.class,
            names = {"IS_BLANK", "IS_NOT_BLANK", "IS_TRUE", "IS_FALSE", "FORMAT_IS_VALID", "FORMAT_IS_INVALID"})
    void cheap_questions_are_asked_once(Operator operator) {
        assertThat(reach(operator, "")).isEqualTo(Reach.ASKED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operator.class,
            names = {"IS_OBSCENE", "MATCHES_PATTERN", "INCLUDES"})
    void of_other_checks_nothing_is_known(Operator operator) {
        assertThat(reach(operator, "x")).isEqualTo(Reach.UNKNOWN);
    }

    @Test
    void values_are_found_under_their_text_and_their_number() {
        assertThat(Reach.keys(Value.text(" Tx "))).containsExactly("tx");
        assertThat(Reach.keys(Value.text("5.0"))).containsExactly("5.0", new BigDecimal("5"));
        assertThat(Reach.keys(Value.number(7))).containsExactly("7", new BigDecimal("7"));
        assertThat(Reach.keys(Value.text(" "))).isEmpty();
        assertThat(Reach.keys(Value.of(List.of("a")))).isNull();
        assertThat(Reach.keys(Moment.of(Instant.EPOCH))).isNull();
        assertThat(Reach.keys(typed(FieldTypes.DATE, "2024-01-01"))).isNull();
        assertThat(Reach.keys(typed(FieldTypes.TIME, "2024-01-01"))).isNull();
        assertThat(Reach.keys(typed(FieldTypes.STATE, "Texas"))).containsExactly("tx");
    }

    @Test
    void digits_that_are_names_are_never_sure() {
        assertThat(Reach.sure(typed(FieldTypes.POSTAL_CODE, "78701"))).isFalse();
        assertThat(Reach.sure(typed(FieldTypes.STATE, "TX"))).isTrue();
        assertThat(Reach.point(typed(FieldTypes.POSTAL_CODE, "78701"))).isNaN();
    }

    @Test
    void a_point_is_the_number_that_orderings_compare() {
        assertThat(Reach.point(Value.number(5))).isEqualTo(5);
        assertThat(Reach.point(Value.text("10-20"))).isEqualTo(15);
        assertThat(Reach.point(typed(FieldTypes.RANGE, "10-20"))).isEqualTo(15);
        assertThat(Reach.point(Value.text("700+"))).isNaN();
        assertThat(Reach.point(Value.text("abc"))).isNaN();
        assertThat(Reach.point(Value.text(""))).isNaN();
    }
}
