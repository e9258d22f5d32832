package dev.sluice.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Sluice;
import dev.sluice.StillTime;
import dev.sluice.flow.TimeUnit;
import dev.sluice.flow.Window;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListsTest {
    private static final Instant START = Instant.parse("2024-01-15T14:30:45.123Z");

    private final StillTime time = new StillTime(START.toString());
    private final Store store = MemoryStore.create();
    private final Lists lists = Sluice.builder().time(time).store(store).build().lists();

    @Test
    void a_value_is_found_where_it_was_added_and_nowhere_else() {
        lists.add("dnc", List.of("john@example.com", "jane@example.com"));
        time.pass(Duration.ofDays(1));
        lists.add("customers", List.of("john@example.com"));

        ListMatch john = lists.query("john@example.com", "dnc", "customers", "vip");
        ListMatch jane = lists.query("jane@example.com", "vip", "dnc");

        assertThat(john.found()).isTrue();
        assertThat(john.foundIn()).containsExactly("dnc", "customers");
        assertThat(john.addedAt()).contains(START.plus(Duration.ofDays(1)));
        assertThat(jane.foundIn()).containsExactly("dnc");
        assertThat(jane.addedAt()).contains(START);
        assertThat(lists.query("nobody@example.com", "dnc")).isEqualTo(ListMatch.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "Do Not Call!, do_not_call, true",
        "DO NOT CALL, do not call, true",
        "do-not-call, donotcall, true",
        "do-not-call, do_not_call, false",
        "dnc, d.n.c., true",
        "Größe, grösse, false"
    })
    void names_are_compared_without_case_and_punctuation(String added, String asked, boolean same) {
        lists.add(added, List.of("x"));

        assertThat(lists.query("x", asked).found()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "JOHN@Example.com, john@example.com, true",
        "O'Hara, o'hara, true",
        "O'Hara, ohara, false",
        "(512) 555-0123, 5125550123, false",
        "' x', x, false"
    })
    void values_are_compared_without_case_and_otherwise_exactly(String added, String asked, boolean same) {
        lists.add("list", List.of(added));

        assertThat(lists.query(asked, "list").found()).isEqualTo(same);
    }

    @Test
    void values_of_a_type_are_compared_by_their_normal_form_and_refused_when_they_are_invalid() {
        Lists phones = lists.as("phone");

        assertThat(phones.add("dnc", List.of("(512) 789-1111", "+1 512 789 2222", "none", " "))
                        .each())
                .containsExactly(ListChange.ADDED, ListChange.ADDED, ListChange.REJECTED, ListChange.REJECTED);
        assertThat(lists.query("5127891111", "dnc").found()).isTrue();
        assertThat(phones.query("512.789.2222", "dnc").found()).isTrue();
        assertThatThrownBy(() -> lists.as("fone"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fone")
                .hasMessageContaining("phone");
    }

    @Test
    void adding_and_deleting_tell_of_each_value() {
        assertThat(lists.add("dnc", List.of("a", "b", "A", "")).each())
                .containsExactly(ListChange.ADDED, ListChange.ADDED, ListChange.RENEWED, ListChange.REJECTED);
        assertThat(lists.add("dnc", List.of("a")).each()).containsExactly(ListChange.RENEWED);
        assertThat(lists.count("DNC")).isEqualTo(2);

        ListChanges deleted = lists.delete("dnc", List.of("a", "a", "z", ""));

        assertThat(deleted.each())
                .containsExactly(ListChange.DELETED, ListChange.ABSENT, ListChange.ABSENT, ListChange.REJECTED);
        assertThat(deleted.accepted()).isEqualTo(1);
        assertThat(deleted.rejected()).isEqualTo(3);
        assertThat(lists.count("dnc")).isEqualTo(1);
    }

    @Test
    void more_values_than_fit_into_one_write_are_all_added_found_and_deleted() {
        List<Integer> many = IntStream.range(0, 1_000).boxed().toList();

        assertThat(lists.add("many", many).accepted()).isEqualTo(1_000);
        assertThat(lists.queryAll(many, "many")).hasSize(1_000).allMatch(ListMatch::found);
        assertThat(lists.count("many")).isEqualTo(1_000);
        assertThat(lists.delete("many", many).accepted()).isEqualTo(1_000);
        assertThat(lists.count("many")).isZero();
    }

    @Test
    void a_value_is_unique_once() {
        assertThat(lists.isUnique("seen", "a")).isTrue();
        assertThat(lists.isUnique("seen", "A")).isFalse();
        assertThat(lists.isUnique("elsewhere", "a")).isTrue();
        assertThat(lists.query("a", "seen").found()).isTrue();
    }

    @Test
    void blank_values_are_in_no_list_and_never_match_each_other() {
        assertThat(lists.isUnique("seen", "")).isTrue();
        assertThat(lists.isUnique("seen", " ")).isTrue();
        assertThat(lists.isUnique("seen", "")).isTrue();
        assertThat(lists.query("", "seen").found()).isFalse();
        assertThat(lists.count("seen")).isZero();
    }

    @Test
    void a_look_back_passes_over_what_is_older() {
        lists.add("seen", List.of("a"));
        Lists lastWeek = lists.within(new Window(7, TimeUnit.DAY));

        time.pass(Duration.ofDays(7).minusMillis(1));
        assertThat(lastWeek.query("a", "seen").found()).isTrue();
        assertThat(lastWeek.isUnique("seen", "a")).isFalse();

        time.pass(Duration.ofMillis(1));
        assertThat(lastWeek.query("a", "seen").found()).isFalse();
        assertThat(lists.query("a", "seen").found()).isTrue();
        assertThat(lastWeek.isUnique("seen", "a")).isTrue();
        assertThat(lastWeek.query("a", "seen").addedAt()).contains(time.instant());
    }

    @Test
    void what_a_list_keeps_for_a_time_counts_no_longer_and_is_cleared_out() {
        lists.add("rapid", List.of("before"));
        lists.retain("Rapid", new Window(1, TimeUnit.MINUTE));
        lists.add("rapid", List.of("a"));
        assertThat(lists.isUnique("rapid", "b")).isTrue();

        time.pass(Duration.ofSeconds(60).minusMillis(1));
        assertThat(lists.isUnique("rapid", "b")).isFalse();
        assertThat(lists.prune(10)).isZero();

        time.pass(Duration.ofMillis(1));
        assertThat(lists.query("a", "rapid").found()).isFalse();
        assertThat(lists.count("rapid")).isEqualTo(1);
        assertThat(lists.delete("rapid", List.of("a")).each()).containsExactly(ListChange.ABSENT);
        assertThat(lists.prune(10)).isEqualTo(1);
        assertThat(lists.prune(10)).isZero();

        lists.retain("rapid", null);
        lists.add("rapid", List.of("c"));
        time.pass(Duration.ofDays(400));
        assertThat(lists.query("c", "rapid").found()).isTrue();
        assertThat(lists.query("before", "rapid").found()).isTrue();
    }

    @Test
    void a_name_of_which_nothing_is_left_is_refused() {
        assertThatThrownBy(() -> lists.add("!?", List.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("!?");
    }

    @Test
    void each_account_has_lists_of_its_own() {
        Lists others = Sluice.builder()
                .time(time)
                .store(store)
                .account("other")
                .build()
                .lists();
        lists.add("dnc", List.of("a"));

        assertThat(others.query("a", "dnc").found()).isFalse();
        assertThat(others.count("dnc")).isZero();
    }
}
