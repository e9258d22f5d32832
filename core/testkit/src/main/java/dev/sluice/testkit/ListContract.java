package dev.sluice.testkit;

import static dev.sluice.testkit.Samples.ACCOUNT;
import static dev.sluice.testkit.Samples.AT;
import static dev.sluice.testkit.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.store.Doc;
import dev.sluice.store.DocKey;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Reads;
import dev.sluice.store.Store;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries of lists, and documents. */
interface ListContract {
    Store store();

    private Writing writing() {
        return new Writing(store());
    }

    @Test
    default void an_entry_is_found_until_it_is_removed() {
        Entry forever = new Entry(entry("a"), "lead_1", AT, null);
        Entry limited =
                new Entry(entry("b"), "", AT.plusNanos(7), AT.plusSeconds(60).plusNanos(7));

        writing().change(changes -> {
            changes.put(forever);
            changes.put(limited);
        });
        assertThat(writing().entry(entry("a"))).contains(forever);
        assertThat(writing().entry(entry("b"))).contains(limited);
        assertThat(writing().entry(entry("c"))).isEmpty();

        writing().change(changes -> {
            changes.remove(entry("a"));
            changes.remove(entry("never there"));
        });
        assertThat(writing().entry(entry("a"))).isEmpty();
        assertThat(writing().entry(entry("b"))).contains(limited);
    }

    @Test
    default void an_entry_takes_the_place_of_the_one_with_its_key() {
        Entry second = new Entry(entry("a"), "lead_2", AT.plusSeconds(5), AT.plusSeconds(9));
        Entry elsewhere = new Entry(new EntryKey(ACCOUNT, "other list", "a"), "lead_3", AT, null);

        writing().change(changes -> changes.put(new Entry(entry("a"), "lead_1", AT, null)));
        writing().change(changes -> changes.put(elsewhere));
        writing().change(changes -> changes.put(second));

        assertThat(writing().entry(entry("a"))).contains(second);
        assertThat(writing().entry(elsewhere.key())).contains(elsewhere);
    }

    @Test
    default void a_list_counts_its_entries_that_have_not_expired() {
        EntryKey elsewhere = new EntryKey(ACCOUNT, "other list", "a");
        EntryKey foreign = new EntryKey("other account", entry("a").list(), "a");

        writing().change(changes -> {
            changes.put(new Entry(entry("a"), "", AT, null));
            changes.put(new Entry(entry("b"), "", AT, AT.plusMillis(1)));
            changes.put(new Entry(entry("c"), "", AT, AT));
            changes.put(new Entry(elsewhere, "", AT, null));
            changes.put(new Entry(foreign, "", AT, null));
        });
        assertThat(store().entries().count(ACCOUNT, entry("a").list(), AT)).isEqualTo(2);
        assertThat(store().entries().count(ACCOUNT, entry("a").list(), AT.plusMillis(1)))
                .isEqualTo(1);
        assertThat(store().entries().count(ACCOUNT, "other list", AT)).isEqualTo(1);

        writing().change(changes -> changes.remove(entry("a")));
        assertThat(store().entries().count(ACCOUNT, entry("a").list(), AT)).isEqualTo(1);
    }

    @Test
    default void what_has_expired_is_cleared_out_oldest_first_and_nothing_else() {
        Entry stays = new Entry(entry("stays"), "", AT, null);
        Entry later = new Entry(entry("later"), "", AT, AT.plusMillis(3));
        Entry foreign = new Entry(new EntryKey("other account", "list", "a"), "", AT, AT);
        writing().change(changes -> {
            List.of(stays, later, foreign).forEach(changes::put);
            changes.put(new Entry(entry("second"), "", AT, AT.plusMillis(2)));
            changes.put(new Entry(entry("first"), "", AT, AT.plusMillis(1)));
        });

        assertThat(store().entries().prune(ACCOUNT, AT.plusMillis(2), 1)).isEqualTo(1);
        assertThat(store().entries().count(ACCOUNT, entry("a").list(), AT.minusMillis(1)))
                .isEqualTo(3);
        assertThat(store().entries().prune(ACCOUNT, AT.plusMillis(2), 10)).isEqualTo(1);
        assertThat(store().entries().prune(ACCOUNT, AT.plusMillis(2), 10)).isZero();
        assertThat(store().entries().count(ACCOUNT, entry("a").list(), AT)).isEqualTo(2);
        assertThat(store().entries().count("other account", "list", AT.minusMillis(1)))
                .isEqualTo(1);
        assertThat(writing().entry(entry("stays"))).contains(stays);
        assertThat(writing().entry(entry("later"))).contains(later);
    }

    @Test
    default void an_entry_may_come_again_after_it_was_cleared_out() {
        Entry again = new Entry(entry("a"), "lead_2", AT.plusSeconds(9), AT.plusSeconds(20));

        writing().change(changes -> changes.put(new Entry(entry("a"), "lead_1", AT, AT.plusSeconds(1))));
        assertThat(store().entries().prune(ACCOUNT, AT.plusSeconds(5), 10)).isEqualTo(1);
        writing().change(changes -> changes.put(again));

        assertThat(writing().entry(entry("a"))).contains(again);
        assertThat(store().entries().count(ACCOUNT, entry("a").list(), AT.plusSeconds(10)))
                .isEqualTo(1);
        assertThat(store().entries().prune(ACCOUNT, AT.plusSeconds(5), 10)).isZero();
    }

    @Test
    default void of_many_leads_with_the_same_token_one_is_the_first() {
        List<Boolean> first = Race.run(
                32,
                i -> () -> store().write(Writing.write(entries(entry("same")), (view, changes) -> {
                            boolean free = view.entry(entry("same")).isEmpty();
                            if (free) {
                                changes.put(new Entry(entry("same"), "lead_" + i, AT, null));
                            }
                            return free;
                        }))
                        .durable());

        assertThat(first).containsOnlyOnce(true);
        assertThat(writing().entry(entry("same")).map(Entry::leadId)).contains("lead_" + first.indexOf(true));
    }

    private static Reads entries(EntryKey key) {
        return new Reads(List.of(), List.of(key), List.of(), List.of(), List.of());
    }

    @Test
    default void a_document_reads_back_whole_and_is_replaced_whole() {
        DocKey key = new DocKey(ACCOUNT, "revision", "solar/1");
        Doc first = new Doc(key, 1, "{\"name\":\"\u65e5\u672c \ud83d\ude00\"}");
        Doc large = new Doc(key, 2, "x".repeat(1 << 20));

        assertThat(writing().doc(key)).isEmpty();
        writing().change(changes -> changes.put(first));
        assertThat(writing().doc(key)).contains(first);
        writing().change(changes -> changes.put(large));
        assertThat(writing().doc(key)).contains(large);
        assertThat(writing().doc(new DocKey(ACCOUNT, "submission", "solar/1"))).isEmpty();
    }
}
