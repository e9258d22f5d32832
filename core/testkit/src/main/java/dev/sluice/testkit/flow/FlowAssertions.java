package dev.sluice.testkit.flow;

import dev.sluice.Submission;
import dev.sluice.caps.CapStatus;
import dev.sluice.event.Event;
import java.util.List;

/** Assertions about answers, events and caps; import them statically beside those of AssertJ. */
public final class FlowAssertions {
    private FlowAssertions() {}

    /** About the answer to a lead. */
    public static SubmissionAssert assertThat(Submission answer) {
        return new SubmissionAssert(answer);
    }

    /** About a cap. */
    public static CapAssert assertThat(CapStatus cap) {
        return new CapAssert(cap);
    }

    /** About events in their order. */
    public static EventsAssert assertThatEvents(List<Event> events) {
        return new EventsAssert(events, "");
    }
}
