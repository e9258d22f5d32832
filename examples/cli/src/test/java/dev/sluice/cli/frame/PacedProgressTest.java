package dev.sluice.cli.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void a_bar_shows_share_rate_and_remaining_time_and_is_drawn_over_itself() {
        Progress progress = PacedProgress.bar(out, nanos::get);

        advance(progress, 1_280, 0.25);
        progress.end();

        assertThat(told())
                .startsWith("\r[")
                .contains("\r[########----------------------]  25 %, 1,280 leads, 1,000/s, 0:04 left")
                .contains("\r[##############################] 100 %, 1,280 leads")
                .endsWith("\n");
    }

    @Test
    void lines_stand_below_each_other_and_come_seldom() {
        Progress progress = PacedProgress.lines(out, nanos::get);

        advance(progress, 3_200, 0.5);
        progress.end();

        assertThat(told().lines()).containsExactly("sluice:  50 %, 2,048 leads, 1,000/s, 0:02 left");
    }

    @Test
    void a_share_that_nobody_knows_is_not_made_up() {
        Progress progress = PacedProgress.lines(out, nanos::get);

        advance(progress, 2_048, -1);

        assertThat(told()).isEqualTo("sluice: 2,048 leads, 1,000/s\n");
    }

    /** A lead each millisecond. */
    private void advance(Progress progress, int leads, double share) {
        for (int i = 0; i < leads; i++) {
            nanos.addAndGet(1_000_000);
            progress.advance(share);
        }
    }

    private String told() {
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
