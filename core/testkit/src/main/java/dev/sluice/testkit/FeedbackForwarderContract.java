package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.feedback.FeedbackForwarder;
import dev.sluice.feedback.FeedbackForwarder.Answer;
import dev.sluice.feedback.FeedbackForwarder.Forward;
import dev.sluice.feedback.FeedbackItem;
import org.junit.jupiter.api.Test;

/** What every {@link FeedbackForwarder} keeps to; extend it and give one that reaches a source of a test. */
public abstract class FeedbackForwarderContract {
    /** The forwarder, ready to pass on. */
    protected abstract FeedbackForwarder forwarder();

    /** A source that it knows; {@code web} by default. */
    protected String source() {
        return "web";
    }

    private Answer forwarded(String source, FeedbackItem item, String key) {
        return forwarder().forward(Forward.of(source, "lead_1", item, key));
    }

    /** A conversion, a return, and what hosts make up. */
    @Test
    protected void every_type_of_feedback_is_answered() {
        assertThat(forwarded(source(), FeedbackItem.conversion("evt_1"), "key-1"))
                .isNotNull();
        assertThat(forwarded(source(), FeedbackItem.returned("evt_1", "wrong number"), "key-2"))
                .isNotNull();
        assertThat(forwarded(source(), FeedbackItem.of("appointment", "evt_1").value("2026-02-01"), "key-3"))
                .isNotNull();
    }

    /** After a crash the same item comes again, under the same key. */
    @Test
    protected void the_same_item_again_is_answered_alike() {
        Answer first = forwarded(source(), FeedbackItem.conversion("evt_1"), "key-1");

        assertThat(forwarded(source(), FeedbackItem.conversion("evt_1"), "key-1")
                        .outcome())
                .isEqualTo(first.outcome());
    }

    /** That it cannot be passed on is an answer. */
    @Test
    protected void feedback_for_an_unknown_source_is_answered() {
        assertThat(forwarded("nobody-knows-it", FeedbackItem.conversion("evt_1"), "key-1"))
                .isNotNull();
    }

    /** Buyers write the reasons. */
    @Test
    protected void hostile_reasons_are_answered() {
        for (String hostile : HostileTexts.all()) {
            assertThat(forwarded(source(), FeedbackItem.returned("evt_1", hostile), "key-1"))
                    .isNotNull();
        }
    }
}
