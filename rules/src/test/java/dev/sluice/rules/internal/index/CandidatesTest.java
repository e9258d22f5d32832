package dev.sluice.rules.internal.index;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.anyOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rules.Condition;
import dev.sluice.rules.internal.check.Checks;
import dev.sluice.rules.internal.program.Compiler;
import dev.sluice.rules.internal.program.Node;
import dev.sluice.rules.internal.program.Requirement;
import dev.sluice.rules.internal.program.Sides;
import dev.sluice.templates.Templates;
import dev.sluice.types.At;
import dev.sluice.types.Layout;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Stage;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The index leaves out what surely fails and doubts only what it must: else it would be right, but slow. */
class CandidatesTest {
    private static final At NOW = At.utc(Instant.EPOCH);

    /** Which of {@code conditions} are left and which of them are doubtful, for a lead of one field {@code a}. */
    private static String left(Object value, Condition... conditions) {
        Candidates candidates = Candidates.NONE;
        for (int slot = 0; slot < conditions.length; slot++) {
            Node root = root(conditions[slot]);
            List<Requirement> requirements = Requirement.of(root);
            candidates = candidates.with(slot, requirements, Requirement.areAllOf(root, requirements));
        }
        Scope scope = Scope.of((Obj) Value.of(Map.of("lead", Map.of("a", value))));
        long[] slots = {(1L << conditions.length) - 1};
        long doubtful = candidates.restrict(slots, scope, NOW).word(0) & slots[0];
        StringBuilder out = new StringBuilder();
        for (int slot = 0; slot < conditions.length; slot++) {
            boolean in = (slots[0] >>> slot & 1) != 0;
            out.append(!in ? '-' : (doubtful >>> slot & 1) != 0 ? '?' : '+');
        }
        return out.toString();
    }

    private static Node root(Condition condition) {
        Sides sides = new Sides(Layout.builder().build(), Stage.ANY, Templates.standard());
        Compiler.Expressing none = text -> {
            throw new IllegalStateException(text);
        };
        return new Compiler(sides, new Checks(text -> false), none, false)
                .compile(condition)
                .nodes()
                .get(0);
    }

    @Test
    void equality_and_membership_are_sure() {
        Condition tx = field("lead.a").isEqualTo("TX");
        Condition west = field("lead.a").isIncludedIn("CA", "NV");

        assertThat(left("tx", tx, west)).isEqualTo("+-");
        assertThat(left("Nv ", tx, west)).isEqualTo("-+");
        assertThat(left("", tx, west)).isEqualTo("--");
        assertThat(left(List.of("TX"), tx, west)).isEqualTo("??");
    }

    @Test
    void numbers_are_found_by_their_text_and_by_their_value() {
        Condition five = field("lead.a").isEqualTo(5);
        Condition text = field("lead.a").isEqualTo("5.0");

        assertThat(left("$5", five, text)).isEqualTo("++");
        assertThat(left(5, five, text)).isEqualTo("++");
        assertThat(left(6, five, text)).isEqualTo("--");
    }

    @Test
    void inequality_leaves_out_the_very_text_and_doubts_digits() {
        Condition other = field("lead.a").isNotEqualTo("TX");
        Condition none = field("lead.a").isNotIncludedIn("TX", "CA");

        assertThat(left("tx", other, none)).isEqualTo("--");
        assertThat(left("ca", other, none)).isEqualTo("+-");
        assertThat(left("ny", other, none)).isEqualTo("++");
        assertThat(left("", other, none)).isEqualTo("++");
        assertThat(left("5", other, none)).isEqualTo("??");
    }

    @Test
    void ranges_are_sure_outside_of_the_buckets_of_their_bounds() {
        Condition from = field("lead.a").isGreaterThan(1_000);
        Condition between = field("lead.a").isBetween(10, 100);
        Condition below = field("lead.a").isLessThanOrEqualTo(-8);

        assertThat(left(5_000, from, between, below)).isEqualTo("+--");
        assertThat(left(1_000, from, between, below)).isEqualTo("?--");
        assertThat(left(900, from, between, below)).isEqualTo("---");
        assertThat(left(50, from, between, below)).isEqualTo("-+-");
        assertThat(left(10, from, between, below)).isEqualTo("-?-");
        assertThat(left(100, from, between, below)).isEqualTo("-?-");
        assertThat(left(9, from, between, below)).isEqualTo("---");
        assertThat(left(-8, from, between, below)).isEqualTo("--?");
        assertThat(left(-9, from, between, below)).isEqualTo("--+");
        assertThat(left(-7, from, between, below)).isEqualTo("---");
        assertThat(left("", from, between, below)).isEqualTo("---");
        assertThat(left("abc", from, between, below)).isEqualTo("???");
    }

    @Test
    void very_large_and_very_small_numbers_have_buckets_too() {
        Condition huge = field("lead.a").isGreaterThan(1e15);
        Condition tiny = field("lead.a").isBetween(-0.0001, 0.0001);

        assertThat(left(1e300, huge, tiny)).isEqualTo("?-");
        assertThat(left(1e10, huge, tiny)).isEqualTo("--");
        assertThat(left(0, huge, tiny)).isEqualTo("-?");
        assertThat(left(1, huge, tiny)).isEqualTo("--");
        assertThat(left(-1e300, huge, tiny)).isEqualTo("--");
    }

    @Test
    void cheap_questions_are_asked_once_for_all() {
        Condition yes = field("lead.a").isTrue();
        Condition no = field("lead.a").isNotTrue();
        Condition there = field("lead.a").isNotBlank();

        assertThat(left(true, yes, no, there)).isEqualTo("+-+");
        assertThat(left("", yes, no, there)).isEqualTo("-+-");
    }

    @Test
    void what_is_not_indexed_stays_doubtful() {
        Condition pattern = field("lead.a").matchesPattern("T*");
        Condition some = allOf(field("lead.a").isEqualTo("TX"), field("lead.a").includes("T"));
        Condition any = anyOf(field("lead.a").isEqualTo("TX"), field("lead.b").isEqualTo("x"));
        Condition outside = field("lead.a").isNotBetween(5, 10);

        assertThat(left("TX", pattern, some, any, outside)).isEqualTo("????");
        assertThat(left("CA", pattern, some, any, outside)).isEqualTo("?-??");
    }

    @Test
    void a_second_demand_on_the_same_path_is_doubtful() {
        Condition twice =
                allOf(field("lead.a").isIncludedIn("TX", "CA"), field("lead.a").isEqualTo("TX"));
        Condition span = allOf(field("lead.a").isGreaterThan(0), field("lead.a").isLessThan(9));

        assertThat(left("TX", twice, span)).isEqualTo("??");
        assertThat(left("NY", twice, span)).isEqualTo("-?");
        assertThat(left(5, twice, span)).isEqualTo("-?");
    }

    @Test
    void a_path_may_be_asked_in_several_ways() {
        Condition both = allOf(field("lead.a").isEqualTo(7), field("lead.a").isGreaterThan(1));

        assertThat(left(7, both)).isEqualTo("+");
        assertThat(left(8, both)).isEqualTo("-");
    }

    @Test
    void buckets_never_fall_as_numbers_rise() {
        int before = RangeColumn.bucket(Double.NEGATIVE_INFINITY);
        for (double number = -1e14;
                number < 1e14;
                number += number < -1 || number >= 1 ? Math.abs(number) / 100 : 0.01) {
            int bucket = RangeColumn.bucket(number);
            assertThat(bucket).isGreaterThanOrEqualTo(before);
            before = bucket;
        }
        assertThat(RangeColumn.bucket(Double.POSITIVE_INFINITY)).isGreaterThanOrEqualTo(before);
        assertThat(RangeColumn.bucket(0)).isEqualTo(RangeColumn.bucket(-0.0));
        assertThat(RangeColumn.bucket(1.0)).isNotEqualTo(RangeColumn.bucket(1.04));
        assertThat(RangeColumn.bucket(1.0)).isNotEqualTo(RangeColumn.bucket(-1.0));
        assertThat(RangeColumn.bucket(1_000) - RangeColumn.bucket(500)).isEqualTo(32);
    }

    @Test
    void sets_hold_what_was_put_in_and_nothing_else() {
        long[] bits = Bits.with(Bits.with(Bits.NONE, 3), 64);

        assertThat(bits).containsExactly(8, 1);
        assertThat(Bits.has(bits, 3)).isTrue();
        assertThat(Bits.has(bits, 64)).isTrue();
        assertThat(Bits.has(bits, 4)).isFalse();
        assertThat(Bits.has(bits, 65)).isFalse();
        assertThat(Bits.has(bits, 128)).isFalse();
        assertThat(Bits.has(Bits.NONE, 0)).isFalse();
    }

    @Test
    void sets_of_different_lengths_are_joined() {
        long[] all = {-1, -1, -1, -1};
        Bits.keep(all, new long[] {-1, -1, -1}, new long[] {1, 2}, new long[] {4});
        assertThat(all).containsExactly(5, 2, 0, -1);

        long[] one = {-1, -1, -1};
        Bits.keep(one, new long[] {-1, 1}, new long[] {6});
        assertThat(one).containsExactly(6, -2, -1);

        long[] dropped = {7, 7};
        Bits.drop(dropped, new long[] {2, 4, 1});
        assertThat(dropped).containsExactly(5, 3);
    }

    @Test
    void a_map_in_parts_is_a_map() {
        Sharded<String, Integer> map = Sharded.empty();
        for (int i = 0; i < 500; i++) {
            map = map.with("key " + i, i);
        }
        Sharded<String, Integer> without = map.without("key 7").with("key 8", -8);

        assertThat(map.get("key 7")).isEqualTo(7);
        assertThat(without.get("key 7")).isNull();
        assertThat(without.get("key 8")).isEqualTo(-8);
        assertThat(map.get("key 499")).isEqualTo(499);
        assertThat(map.get("key 500")).isNull();
    }
}
