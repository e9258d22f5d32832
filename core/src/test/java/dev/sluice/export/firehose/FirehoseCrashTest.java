package dev.sluice.export.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.event.Event;
import dev.sluice.export.MortalStore;
import dev.sluice.export.Sold;
import dev.sluice.store.Cursor;
import dev.sluice.store.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A firehose whose process ends at any step, again and again, leaves no gap, and each batch is the same when it comes again. */
class FirehoseCrashTest {
    private final MortalStore store = new MortalStore(MemoryStore.create());
    private final Sold sold = new Sold(store);
    private final Basin basin = new Basin();

    private FirehoseCrashTest() {
        basin.before = batch -> {
            store.step();
            return null;
        };
        basin.after = store::step;
    }

    /** What a process does until it ends: it starts the firehose and runs what is due; leases run out after it. */
    private void process() {
        sold.time.pass(Duration.ofMinutes(11));
        Firehose.over(sold.sluice).stream(FirehoseStream.to("lake", basin)
                        .batch(7, Long.MAX_VALUE, Duration.ofSeconds(1))
                        .build())
                .build();
        sold.sluice.runDue(1_000);
    }

    private boolean killedAfter(int steps) {
        store.dieAfter(steps);
        try {
            process();
            return false;
        } catch (MortalStore.Killed end) {
            return true;
        } finally {
            store.live();
        }
    }

    private List<String> logged() {
        return sold.sluice.events().after(Cursor.START, 10_000).events().stream()
                .map(Event::id)
                .toList();
    }

    @Test
    void killed_at_every_step() {
        sold.leads(10);
        int step = 0;
        while (killedAfter(step)) {
            step++;
        }
        process();

        assertThat(step).as("steps that one process took").isGreaterThan(3);
        assertThat(basin.takes).as("batches came again").isGreaterThan(basin.batches.size());
        assertThat(basin.ids()).isEqualTo(logged());
    }

    @Test
    void killed_by_chance_while_leads_come() {
        int rounds = Integer.getInteger("firehose.rounds", 300);
        Random random = new Random(3);
        int kills = 0;
        for (int round = 0; round < rounds; round++) {
            if (round % 3 == 0) {
                sold.leads(1);
            }
            kills += killedAfter(random.nextInt(12)) ? 1 : 0;
        }
        process();
        process();

        assertThat(kills).isGreaterThan(rounds / 4);
        assertThat(basin.ids()).isEqualTo(logged());
    }

    /** The test would see a firehose that moves on before its sink has taken a batch. */
    @Test
    void a_sink_that_loses_what_it_took_is_seen() {
        sold.leads(10);
        basin.before = batch -> batch.sequence() == 2 ? SinkResult.taken() : null;
        process();

        assertThat(basin.ids()).isNotEqualTo(logged());
    }
}
