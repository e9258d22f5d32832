package dev.sluice.export.firehose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.event.Event;
import dev.sluice.event.EventType;
import dev.sluice.event.InvalidQueryException;
import dev.sluice.event.Pseudonyms;
import dev.sluice.event.Reader;
import dev.sluice.event.Role;
import dev.sluice.event.Treatments;
import dev.sluice.export.Sold;
import dev.sluice.store.Cursor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class FirehoseTest {
    private final Sold sold = new Sold();
    private final Basin basin = new Basin();

    private FirehoseStream.Builder stream() {
        return FirehoseStream.to("lake", basin).batch(10, Long.MAX_VALUE, Duration.ofMinutes(1));
    }

    private Firehose firehose(FirehoseStream.Builder... streams) {
        Firehose.Builder firehose = Firehose.over(sold.sluice);
        for (FirehoseStream.Builder stream : streams) {
            firehose.stream(stream.build());
        }
        return firehose.build();
    }

    private List<String> logged() {
        return sold.sluice.events().after(Cursor.START, 10_000).events().stream()
                .map(Event::id)
                .toList();
    }

    private void minutes(int count) {
        for (int i = 0; i < count; i++) {
            sold.time.pass(Duration.ofMinutes(1));
            sold.sluice.runDue(1_000);
        }
    }

    @Test
    void every_event_comes_once_and_in_order() {
        Firehose firehose = firehose(stream());
        for (int i = 0; i < 10; i++) {
            sold.leads(7);
            sold.sluice.runDue(1_000);
        }
        minutes(3);

        assertThat(basin.ids()).isEqualTo(logged());
        assertThat(basin.batches.values()).allMatch(batch -> batch.size() <= 10);
        FirehoseHealth health = firehose.health("lake");
        assertThat(health.delivered()).isEqualTo(logged().size());
        assertThat(health.batches()).isEqualTo(basin.batches.size());
        assertThat(health.last()).isPresent();
        assertThat(basin.batches.keySet()).first().isEqualTo("lake-000000001");
    }

    @Test
    void streams_carry_hashes_where_their_reader_is_given_a_key() {
        Reader asked = Reader.of("lake", Role.OPERATOR).treating(Treatments.parse("lead.email=hash"));
        Pseudonyms keyed = Pseudonyms.keyed("a key that is long enough".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> stream().reader(asked).build()).hasMessageContaining("need a key");
        firehose(stream().reader(asked.with(keyed)));

        sold.lead("ann@example.com", "Texas");
        minutes(2);

        assertThat(basin.seen)
                .filteredOn(event -> event.type().equals(EventType.SOURCE_ACCEPTED))
                .singleElement()
                .extracting(event -> event.snapshot().get("email").text())
                .isEqualTo(keyed.hash("ann@example.com"));
    }

    @Test
    void a_batch_that_is_not_full_waits_until_it_is_old_enough() {
        firehose(stream());
        sold.leads(1);
        sold.sluice.runDue(1_000);
        assertThat(basin.takes).isZero();

        sold.time.pass(Duration.ofSeconds(58));
        sold.sluice.runDue(1_000);
        assertThat(basin.takes).isZero();

        sold.time.pass(Duration.ofSeconds(2));
        sold.sluice.runDue(1_000);
        assertThat(basin.ids()).hasSize(4);
    }

    @Test
    void a_batch_leaves_at_so_many_bytes() {
        firehose(stream().batch(1_000, 3_000, Duration.ofDays(1)));
        sold.leads(10);
        sold.sluice.runDue(1_000);

        assertThat(basin.batches).hasSizeGreaterThan(5);
        assertThat(basin.batches.values()).allMatch(batch -> batch.size() < 10);
    }

    @Test
    void only_what_is_asked_for_and_as_the_reader_sees_it() {
        Basin other = new Basin();
        firehose(
                stream().query("type=recipient.*&lead.state=TX"),
                FirehoseStream.to("clear", other)
                        .reader(Reader.of("warehouse", Role.AUDITOR))
                        .batch(100, Long.MAX_VALUE, Duration.ZERO));
        sold.lead("ann@example.com", "Texas").lead("bob@example.com", "Nevada");
        minutes(2);

        assertThat(basin.seen).extracting(event -> event.type().text()).containsExactly("recipient.delivered");
        assertThat(basin.seen.get(0).snapshot().get("email").text()).isEqualTo("a***@example.com");
        assertThat(other.seen).hasSize(6);
        assertThat(other.seen.get(1).snapshot().get("email").text()).isEqualTo("ann@example.com");
    }

    @Test
    void a_sink_that_fails_is_tried_again_with_longer_and_longer_pauses() {
        Firehose firehose = firehose(stream().tries(10, Duration.ofSeconds(1), Duration.ofMinutes(5)));
        sold.leads(10);
        basin.before = batch -> basin.takes <= 4 ? SinkResult.failed("the disk is full") : null;
        int[] takes = new int[16];
        for (int second = 0; second < 16; second++) {
            sold.sluice.runDue(1_000);
            takes[second] = basin.takes;
            sold.time.pass(Duration.ofSeconds(1));
        }

        assertThat(takes[0]).isEqualTo(1);
        assertThat(takes[1]).isEqualTo(2);
        assertThat(takes[2]).isEqualTo(2);
        assertThat(takes[3]).isEqualTo(3);
        assertThat(takes[6]).isEqualTo(3);
        assertThat(takes[7]).isEqualTo(4);
        assertThat(takes[15]).isGreaterThan(4);
        assertThat(firehose.health("lake").failed()).isEqualTo(4);
        assertThat(firehose.health("lake").why()).isEmpty();
        minutes(2);
        assertThat(basin.ids()).isEqualTo(logged());
    }

    @Test
    void what_is_given_up_or_refused_becomes_a_dead_letter_that_can_be_sent_again() {
        Firehose firehose = firehose(stream().tries(3, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        sold.leads(10);
        basin.before = batch -> switch ((int) batch.sequence()) {
            case 1 -> SinkResult.refused("too large");
            case 2 -> throw new IllegalStateException("canary");
            default -> null;
        };
        minutes(6);

        assertThat(firehose.deadLetters("lake"))
                .extracting(DeadLetter::sequence, DeadLetter::events, DeadLetter::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, 10, "too large"),
                        org.assertj.core.groups.Tuple.tuple(2L, 10, "broke with java.lang.IllegalStateException"));
        assertThat(firehose.health("lake").failed()).isEqualTo(4);
        assertThat(basin.ids()).isEqualTo(logged().subList(20, logged().size()));

        basin.before = batch -> null;
        assertThat(firehose.redeliver("lake", 1)).isEqualTo(SinkResult.taken());
        assertThat(firehose.redeliver("lake", 2)).isEqualTo(SinkResult.taken());
        assertThat(basin.ids()).containsExactlyInAnyOrderElementsOf(logged());
        assertThat(firehose.deadLetters("lake")).allMatch(DeadLetter::redelivered);
        assertThat(firehose.health("lake").delivered()).isEqualTo(logged().size());
        assertThatThrownBy(() -> firehose.redeliver("lake", 2)).hasMessageContaining("no dead letter 2 that waits");
    }

    @Test
    void a_sink_that_hangs_is_given_up_on_the_hosts_executor() {
        sold.leads(10);
        basin.before = batch -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException givenUp) {
                Thread.currentThread().interrupt();
            }
            return null;
        };
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Firehose firehose = Firehose.over(sold.sluice).stream(
                            stream().timeout(Duration.ofMillis(50)).build())
                    .executor(threads)
                    .build();
            assertThat(firehose.run("lake").why()).hasValue("no answer within PT0.05S");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_new_process_goes_on_where_the_last_one_was() {
        firehose(stream());
        sold.leads(10);
        minutes(2);
        int before = basin.ids().size();
        sold.leads(10);
        firehose(stream());
        minutes(2);

        assertThat(before).isPositive();
        assertThat(basin.ids()).isEqualTo(logged());
    }

    @Test
    void settings_without_sense_are_refused() {
        assertThatThrownBy(() -> FirehoseStream.to("a/b", basin).build()).hasMessageContaining("letters, digits");
        assertThatThrownBy(() -> stream().batch(0, 1, Duration.ZERO).build()).hasMessageContaining("1 to 10000");
        assertThatThrownBy(() -> firehose(stream(), stream())).hasMessageContaining("two streams 'lake'");
        assertThatThrownBy(() -> firehose(stream().query("start=soon"))).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> firehose(stream()).health("sea")).hasMessageContaining("no stream 'sea'");
    }
}
