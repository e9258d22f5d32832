package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.PingResult;
import dev.sluice.Refusal;
import dev.sluice.Submission;
import dev.sluice.delivery.Outcome;
import dev.sluice.inbound.StatusMapper;
import dev.sluice.store.StoreUnavailableException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link StatusMapper} keeps to; extend it and give one. */
public abstract class StatusMapperContract {
    private static final StoreUnavailableException GONE = new StoreUnavailableException("gone", null);

    /** The mapper. */
    protected abstract StatusMapper mapper();

    private static List<Submission> answers() {
        List<Submission> all = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            all.add(Submission.answered("lead_1", outcome).reason("a reason").build());
            all.add(Submission.queued("lead_1", outcome).build());
            all.add(Submission.repeated("lead_1", outcome).build());
        }
        for (Refusal refusal : Refusal.values()) {
            all.add(Submission.refused(refusal));
        }
        all.addAll(
                List.of(Submission.inProgress("lead_1"), Submission.conflict(), Submission.unsettled("lead_1", GONE)));
        return all;
    }

    private static List<PingResult> bids() {
        List<PingResult> all = new ArrayList<>();
        all.add(PingResult.bid("ping_1", BigDecimal.TEN, Instant.EPOCH).build());
        all.add(PingResult.none("ping_1", Outcome.FAILURE, "no bid").build());
        for (Refusal refusal : Refusal.values()) {
            all.add(PingResult.refused(refusal));
        }
        all.add(PingResult.unsettled());
        return all;
    }

    /** Clients know no others. */
    @Test
    protected void every_answer_has_a_status_of_http() {
        answers()
                .forEach(answer ->
                        assertThat(mapper().of(answer)).as(answer.toString()).isBetween(200, 599));
        bids().forEach(bid -> assertThat(mapper().of(bid)).as(bid.toString()).isBetween(200, 599));
    }

    /** It is pure. */
    @Test
    protected void the_same_answer_has_the_same_status() {
        answers().forEach(answer -> assertThat(mapper().of(answer)).isEqualTo(mapper().of(answer)));
        bids().forEach(bid -> assertThat(mapper().of(bid)).isEqualTo(mapper().of(bid)));
    }

    /** A source that takes 200 for a yes would not send it again. */
    @Test
    protected void what_may_be_lost_is_no_success() {
        assertThat(mapper().of(Submission.unsettled("lead_1", GONE))).isGreaterThanOrEqualTo(500);
    }
}
