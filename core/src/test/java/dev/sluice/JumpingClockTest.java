package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.flow.RecipientStep;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wall clock that jumps while a lead is on its way. */
class JumpingClockTest {
    @ParameterizedTest
    @ValueSource(longs = {-86_400, -1, 1, 86_400})
    void events_of_a_lead_never_go_back_in_time_and_the_lead_comes_to_its_end(long seconds) {
        StillTime time = new StillTime("2024-01-15T14:30:45.123Z");
        Flow flow = Sluice.builder()
                .time(time)
                .delivery("crm", request -> {
                    time.pass(Duration.ofSeconds(seconds));
                    return DeliveryResult.success();
                })
                .build()
                .open(Solar.flow()
                        .step(RecipientStep.to("buyer", "crm").build())
                        .build());

        Submission first = flow.submit(Solar.lead("ann@example.com"));
        Submission second = flow.submit(Solar.lead("bob@example.com"));

        assertThat(first.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(second.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(first.events()).extracting(Event::at).isSorted();
        assertThat(second.events()).extracting(Event::at).isSorted();
    }
}
