package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.export.ExportListener;
import org.junit.jupiter.api.Test;

/** What every {@link ExportListener} keeps to; extend it and give one. An export ends with what its listener throws. */
public abstract class ExportListenerContract {
    private static final long ROWS = 100_000;

    /** The listener. */
    protected abstract ExportListener listener();

    /** Shares never go back; many rows may have the same. */
    @Test
    protected void every_row_of_a_long_export_is_taken() {
        ExportListener listener = listener();

        assertThatCode(() -> {
                    for (long row = 1; row <= ROWS; row++) {
                        listener.row(row, (double) (row / 1_000) / (ROWS / 1_000));
                    }
                })
                .doesNotThrowAnyException();
    }

    /** Rows may all stand at the end of the time asked for, or at its beginning, and there may be more than an int holds. */
    @Test
    protected void the_ends_of_what_can_be_told_are_taken() {
        assertThatCode(() -> {
                    listener().row(1, 0);
                    listener().row(1, 1);
                    listener().row(Long.MAX_VALUE, 1);
                })
                .doesNotThrowAnyException();
    }

    /** The next export counts from 1 again, perhaps in another thread. */
    @Test
    protected void exports_may_follow_each_other_and_run_at_once() {
        ExportListener listener = listener();
        Race.run(8, runner -> () -> {
            for (long row = 1; row <= 10; row++) {
                listener.row(row, row / 10.0);
            }
            return runner;
        });
    }
}
