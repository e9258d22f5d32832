package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.types.Delta.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All data of a lead at one moment, and what differs between two moments. */
class ScopeTest {
    private static final Text X = new Text("x");
    private static final Text Y = new Text("y");
    private static final Shape AB = Shape.of("a", "b");
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.parse("2026-03-15T14:30:00Z")));

    private static Scope lead(Obj lead) {
        return Scope.EMPTY.with(Section.LEAD, lead);
    }

    @Test
    void a_scope_shares_what_it_does_not_replace() {
        Obj lead = Obj.of(AB, X, Y);
        Scope scope = lead(lead);

        assertThat(scope.with(Section.LEAD, lead)).isSameAs(scope);
        assertThat(scope.with(Section.VARS, Obj.EMPTY)).isSameAs(scope);
        Scope more = scope.with(Section.STEPS, lead);
        assertThat(more.section(Section.LEAD)).isSameAs(lead);
        assertThat(scope.section(Section.STEPS)).isSameAs(Obj.EMPTY);
        assertThat(more).hasToString("scope of 4 values");
    }

    @Test
    void two_sections_are_replaced_at_once() {
        Obj one = Obj.EMPTY.with("a", new Text("1"));
        Obj other = Obj.EMPTY.with("b", new Text("2"));
        Scope both = Scope.EMPTY.with(Section.LEAD, one, Section.VARS, other);

        assertThat(both.section(Section.LEAD)).isSameAs(one);
        assertThat(both.section(Section.VARS)).isSameAs(other);
        assertThat(both.section(Section.STEPS)).isSameAs(Obj.EMPTY);
        assertThat(Scope.EMPTY.section(Section.LEAD)).isSameAs(Obj.EMPTY);
    }

    /** Against a plain list of sections, whichever two are replaced. */
    @Test
    void any_two_sections_are_replaced_and_no_other() {
        Scope full = Scope.EMPTY;
        for (Section section : Section.values()) {
            full = full.with(section, Obj.EMPTY.with("of", new Text(section.path())));
        }
        Obj next = Obj.EMPTY.with("of", X);
        Obj otherNext = Obj.EMPTY.with("of", Y);
        for (Section section : Section.values()) {
            for (Section other : Section.values()) {
                Scope both = full.with(section, next, other, otherNext);
                for (Section each : Section.values()) {
                    Obj expected = each == other ? otherNext : each == section ? next : full.section(each);
                    assertThat(both.section(each))
                            .as("%s of %s, %s", each, section, other)
                            .isSameAs(expected);
                }
            }
        }
    }

    @Test
    void a_tree_of_plain_data_fills_sections_and_names_of_their_own() {
        Scope scope = Scope.of((Obj)
                Value.of(Map.of("lead", Map.of("a", "x"), "price", 5, "steps", "no object", "vars", Map.of("b", 1))));

        assertThat(scope.section(Section.LEAD).get("a")).isEqualTo(X);
        assertThat(scope.section(Section.VARS).get("price")).isEqualTo(Num.of(5));
        assertThat(scope.section(Section.VARS).get("steps")).isEqualTo(new Text("no object"));
        assertThat(scope.section(Section.STEPS).isBlank()).isTrue();
        assertThat(scope.tree())
                .isEqualTo(Value.of(
                        Map.of("lead", Map.of("a", "x"), "price", 5, "steps", "no object", "vars", Map.of("b", 1))));
        assertThat(scope.tree().get("appended").isMissing()).isTrue();
    }

    @Test
    void the_flat_view_has_a_name_for_each_value_and_component() {
        Typed email = FieldTypes.EMAIL.parse(new Text("x@"), PARSING);
        Typed dob = FieldTypes.DOB.parse(new Text("2000-01-02"), PARSING);
        Scope scope = lead(Obj.of(Shape.of("email", "dob", "none"), email, dob, Missing.MISSING))
                .with(Section.APPENDED, (Obj) Value.of(Map.of("check", Map.of("score", Map.of("n", 1)))))
                .with(Section.VARS, Obj.of(Map.of("random", Num.of(7))));

        assertThat(scope.flat())
                .containsOnly(
                        Map.entry("email", new Text("x@")),
                        Map.entry("email.valid", Bool.FALSE),
                        Map.entry("dob", Moment.of(LocalDate.of(2000, 1, 2))),
                        Map.entry("dob.valid", Bool.TRUE),
                        Map.entry("dob.age", Value.of(26.1)),
                        Map.entry("dob.year", Num.of(2000)),
                        Map.entry("dob.masked", Bool.FALSE),
                        Map.entry("appended.check.score.n", Num.of(1)),
                        Map.entry("random", Num.of(7)));
        assertThat(scope.flat().keySet()).startsWith("email", "email.valid", "dob");
    }

    @Test
    void what_changed_is_told_and_can_be_applied_again() {
        Scope before = lead(Obj.of(AB, X, Y)).with(Section.STEPS, Obj.of(Map.of("s1", X)));
        Scope after = before.with(Section.LEAD, Obj.of(AB, Y, Y).with("c", X))
                .with(Section.VARS, Obj.of(Map.of("price", Num.of(1))));

        Delta delta = Delta.between(before, after);

        assertThat(delta.list())
                .containsExactly(
                        new Change(Section.LEAD, "a", Y),
                        new Change(Section.LEAD, "c", X),
                        new Change(Section.VARS, "price", Num.of(1)));
        assertThat(before.apply(delta).flat()).isEqualTo(after.flat());
        assertThat(Delta.between(after, after).list()).isEmpty();
        assertThat(Delta.of(delta.list()).list()).isEqualTo(delta.list());
    }

    @Test
    void what_was_removed_is_told_too() {
        Scope before = lead(Obj.of(AB, X, Y));
        Scope blank = lead(Obj.blank(AB));
        Scope other = lead(Obj.of(Map.of("b", Y)));

        assertThat(Delta.between(before, blank).list())
                .containsExactly(
                        new Change(Section.LEAD, "a", Missing.MISSING), new Change(Section.LEAD, "b", Missing.MISSING));
        assertThat(Delta.between(before, other).list()).containsExactly(new Change(Section.LEAD, "a", Missing.MISSING));
        assertThat(before.apply(Delta.between(before, other)).flat()).isEqualTo(other.flat());
        assertThat(Delta.between(blank, before).list()).hasSize(2);
    }

    @Test
    void sections_are_the_first_words_of_paths_except_for_names_of_their_own() {
        assertThat(Section.of("lead")).contains(Section.LEAD);
        assertThat(Section.of("feedback")).contains(Section.FEEDBACK);
        assertThat(Section.of("vars")).isEmpty();
        assertThat(Section.of("LEAD")).isEmpty();
        assertThat(Section.SUBMISSION.path()).isEqualTo("submission");
    }
}
