package dev.sluice;

import static dev.sluice.rules.Conditions.allOf;
import static dev.sluice.rules.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.caps.CapStatus;
import dev.sluice.flow.Cap;
import dev.sluice.flow.Cap.Counts;
import dev.sluice.flow.CapEntry;
import dev.sluice.flow.CapWindow;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.TimeUnit;
import dev.sluice.types.Lead;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an edit of a flow does to the counts of its caps. */
class CapEditsTest {
    private static final Cap CAP = Cap.of("c", 10, CapWindow.each(1, TimeUnit.DAY))
            .where(allOf(field("state").isIncludedIn("CA", "TX")))
            .around(Cap.of("in", 10, TimeUnit.HOUR));

    private final StillTime time = new StillTime("2024-01-17T14:30:45.123Z");
    private final Sluice sluice = Sluice.builder().time(time).build();

    private Flow open(CapEntry... caps) {
        return sluice.open(FlowDefinition.builder("f")
                .field("state", "state")
                .source("a")
                .caps(List.of(caps))
                .build());
    }

    private static void submit(Flow flow, int times) {
        for (int i = 0; i < times; i++) {
            flow.submit(Lead.from("a").with("state", "CA"));
        }
    }

    private static List<String> counts(Flow flow) {
        return flow.caps().stream().map(CapStatus::count).map(Object::toString).toList();
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                edit("another maximum", cap -> cap.atMost(7), "3", "3"),
                edit("another name", cap -> cap.named("C"), "3", "3"),
                edit("another reason", cap -> cap.because("full"), "3", "3"),
                edit("a longer time", cap -> cap.over(CapWindow.each(2, TimeUnit.DAY)), "3", "3"),
                edit("a longer unit", cap -> cap.over(CapWindow.each(1, TimeUnit.MONTH)), "3", "3"),
                edit("all time", cap -> cap.over(CapWindow.TOTAL), "3", "3"),
                edit("another zone", cap -> cap.in(ZoneId.of("Asia/Tokyo")), "3", "3"),
                edit("a shorter time", cap -> cap.over(CapWindow.each(1, TimeUnit.HOUR)), "0", "3"),
                edit("the time up to now", cap -> cap.over(CapWindow.last(1, TimeUnit.DAY)), "0", "3"),
                edit("other leads", cap -> cap.counting(Counts.ACCEPTED), "0", "3"),
                edit("other rules", cap -> cap.where(allOf(field("state").isEqualTo("CA"))), "0", "0"));
    }

    private static Arguments edit(String what, UnaryOperator<Cap> change, String outer, String inner) {
        return Arguments.of(what, change, outer, inner);
    }

    @ParameterizedTest(name = "{0}: {2} and {3}")
    @MethodSource("edits")
    void an_edit_keeps_or_forgets_what_was_counted(String what, UnaryOperator<Cap> change, String outer, String inner) {
        submit(open(CAP), 3);

        assertThat(counts(open(change.apply(CAP)))).containsExactly(outer, inner);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void a_limit_holds_over_an_edit(String what, UnaryOperator<Cap> change, String outer, String inner) {
        submit(open(CAP.around()), 3);
        Flow edited = open(change.apply(CAP.around()).atMost(5));

        submit(edited, 9);

        assertThat(counts(edited)).containsExactly("5");
        assertThat(edited.caps().get(0).refused()).isEqualTo(outer.equals("3") ? 7 : 4);
    }

    @Test
    void opening_the_same_flow_again_changes_nothing() {
        submit(open(CAP), 3);

        assertThat(counts(open(CAP))).containsExactly("3", "3");
    }

    @Test
    void a_new_cap_and_one_that_comes_back_begin_at_nothing() {
        Cap other = Cap.of("d", 10, TimeUnit.DAY);
        submit(open(CAP.around()), 3);

        assertThat(counts(open(CAP.around(), other))).containsExactly("3", "0");
        assertThat(counts(open(other))).containsExactly("0");
        assertThat(counts(open(CAP.around(), other))).containsExactly("0", "0");
    }

    @Test
    void what_was_kept_counts_until_the_new_window_ends() {
        Cap day = CAP.around();
        submit(open(day), 3);
        Cap week = day.over(CapWindow.each(1, TimeUnit.WEEK));
        Flow weekly = open(week);
        submit(weekly, 1);
        assertThat(counts(weekly)).containsExactly("4");

        time.pass(Duration.ofDays(4).plusHours(9));
        assertThat(counts(weekly)).containsExactly("4");
        assertThat(counts(open(week.over(CapWindow.each(1, TimeUnit.MONTH))))).containsExactly("4");
        time.pass(Duration.ofHours(2));
        assertThat(counts(weekly)).containsExactly("0");
    }

    @Test
    void a_longer_rolling_time_forgets_each_lead_when_it_has_passed() {
        Cap hour = CAP.around().over(CapWindow.last(1, TimeUnit.HOUR));
        Flow hourly = open(hour);
        submit(hourly, 2);
        time.pass(Duration.ofMinutes(30));
        submit(hourly, 1);

        Flow threeHours = open(hour.over(CapWindow.last(3, TimeUnit.HOUR)));
        assertThat(counts(threeHours)).containsExactly("3");
        time.pass(Duration.ofMinutes(151));
        assertThat(counts(threeHours)).containsExactly("3");
        time.pass(Duration.ofMinutes(8));
        assertThat(counts(threeHours)).containsExactly("1");
        time.pass(Duration.ofMinutes(40));
        assertThat(counts(threeHours)).containsExactly("0");
    }

    @Test
    void leads_of_the_older_revision_count_for_the_newer_one_that_kept_the_counts() {
        Flow before = open(CAP.around());
        submit(before, 1);
        Flow after = open(CAP.around().over(CapWindow.each(1, TimeUnit.WEEK)));

        submit(before, 1);

        assertThat(counts(after)).containsExactly("2");
    }

    @Test
    void a_cap_with_another_maximum_is_told_again_when_it_is_full() {
        submit(open(CAP.around().atMost(1)), 1);
        Flow wider = open(CAP.around().atMost(2));

        assertThat(wider.submit(Lead.from("a").with("state", "CA")).events())
                .extracting(event -> event.type().text())
                .contains("cap.reached");
    }
}
