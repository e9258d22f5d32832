package dev.sluice.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.delivery.TransportResult;
import dev.sluice.schedule.FileSchedule;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BatchTimesTest extends NightlyBatch {
    @Test
    void a_file_is_made_as_soon_as_enough_bytes_wait_and_what_was_sent_no_longer_counts() {
        Sluice sluice = sluice();
        FileSchedule large = FileSchedule.of(ZoneOffset.UTC).afterBytes(60);
        // "lead1@example.com" and "TX" are 19 bytes, and one for each of two cells: 21 of them.
        Flow flow = sluice.open(flow(batch(large)));
        submit(flow, 1, 2);
        pass(sluice, Duration.ofDays(9));
        assertThat(place.files).isEmpty();
        submit(flow, 3, 3);
        pass(sluice, Duration.ZERO);
        assertThat(place.rows()).hasSize(3);
        submit(flow, 4, 5);
        pass(sluice, Duration.ofDays(9));
        assertThat(place.files).hasSize(1);
        submit(flow, 6, 6);
        pass(sluice, Duration.ZERO);
        assertThat(place.files).hasSize(2);
    }

    @Test
    void rows_that_came_while_a_file_was_on_its_way_count_for_the_next_one() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(batch(FileSchedule.of(ZoneOffset.UTC).afterBytes(60))));
        place.answers.add(TransportResult.failed("the server cannot be reached"));
        submit(flow, 1, 3);
        pass(sluice, Duration.ZERO);
        submit(flow, 4, 6);
        pass(sluice, Duration.ofMinutes(15));
        sluice.runDue(100);
        assertThat(place.files).hasSize(2);
    }

    @Test
    void a_year_of_nights_sends_each_lead_once_and_no_file_without_rows() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(batch(NIGHTLY)));
        int leads = 0;
        for (int day = 0; day < 365; day++) {
            int today = day % 7 == 0 ? 0 : day % 3 + 1;
            submit(flow, leads + 1, leads + today);
            leads += today;
            pass(sluice, Duration.ofDays(1));
        }
        assertThat(place.rows()).hasSize(leads).doesNotHaveDuplicates();
        assertThat(place.files).hasSize(365 - 53);
        assertThat(Batches.over(sluice).status("nightly").orElseThrow().pending())
                .isZero();
    }

    @Test
    void a_file_is_made_as_soon_as_enough_leads_wait() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(batch(FileSchedule.of(ZoneOffset.UTC).afterRows(5))));
        for (int n = 1; n <= 12; n++) {
            submit(flow, n);
            sluice.runDue(10);
        }
        assertThat(place.files).hasSize(2);
        assertThat(place.rows()).hasSize(10);
        assertThat(Batches.over(sluice).status("nightly").orElseThrow().pending())
                .isEqualTo(2);
    }

    @Test
    void a_file_is_made_after_a_time_without_leads() {
        Sluice sluice = sluice();
        Flow flow = sluice.open(flow(batch(FileSchedule.of(ZoneOffset.UTC).afterInactivity(Duration.ofHours(2)))));
        submit(flow, 1);
        pass(sluice, Duration.ofMinutes(90));
        submit(flow, 2);
        pass(sluice, Duration.ofMinutes(90));
        assertThat(place.files).isEmpty();
        pass(sluice, Duration.ofMinutes(30));
        assertThat(place.rows()).hasSize(2);
    }
}
