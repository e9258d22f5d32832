package dev.sluice.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.store.MemoryStore;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An export whose process ends at any step goes on where it stopped, and gives the very same files. */
class ExportCrashTest {
    private static final Columns COLUMNS = Columns.parse("lead_id,status,email.*");

    private record Run(MortalStore store, Sold sold, Shelf shelf) {
        static Run begin() {
            MortalStore store = new MortalStore(MemoryStore.create());
            Run run = new Run(store, new Sold(store).leads(25), new Shelf());
            run.shelf.before = () -> {
                store.step();
                return null;
            };
            run.shelf.after = store::step;
            run.sold
                    .exports(run.shelf)
                    .build()
                    .start(Sold.leads()
                            .name("all")
                            .columns(COLUMNS)
                            .fileRows(10)
                            .build());
            return run;
        }

        /** What a process does that takes over when the lease of the one before is over. */
        void goOn() {
            sold.time.pass(Duration.ofMinutes(11));
            sold.exports(shelf).build();
            sold.sluice.runDue(100);
        }
    }

    @Test
    void wherever_it_ends() {
        Run undisturbed = Run.begin();
        int before = undisturbed.store.steps();
        undisturbed.goOn();
        int steps = undisturbed.store.steps() - before;
        assertThat(steps).isGreaterThan(15);
        assertThat(undisturbed.shelf.files).hasSize(3);

        for (int step = 0; step < steps; step++) {
            Run run = Run.begin();
            run.store.dieAfter(step);
            boolean killed = false;
            try {
                run.goOn();
            } catch (MortalStore.Killed end) {
                killed = true;
            }
            run.store.live();
            run.goOn();

            assertThat(killed).as("killed at step %d", step).isTrue();
            sameFiles(run.shelf.files, undisturbed.shelf.files, step);
            ExportJob job = run.sold.exports(run.shelf).build().job("exp_1").orElseThrow();
            assertThat(job.state()).isEqualTo(ExportState.DONE);
            assertThat(job.rows()).isEqualTo(25);
        }
    }

    private static void sameFiles(Map<String, byte[]> files, Map<String, byte[]> expected, int step) {
        assertThat(files).as("files after an end at step %d", step).containsOnlyKeys(expected.keySet());
        expected.forEach((name, bytes) -> assertThat(files.get(name)).isEqualTo(bytes));
    }

    /** Two processes at once, because the lease of the first ran out: what one has kept, the other does not write over. */
    @Test
    void two_at_once_write_the_same_files() {
        Run run = Run.begin();
        Exports other = run.sold.exports(run.shelf).build();
        boolean[] once = {true};
        run.shelf.after = () -> {
            if (once[0]) {
                once[0] = false;
                assertThat(other.run("exp_1").state()).isEqualTo(ExportState.DONE);
            }
        };

        run.goOn();

        assertThat(run.shelf.files).hasSize(3);
        assertThat(other.job("exp_1").orElseThrow().rows()).isEqualTo(25);
    }
}
