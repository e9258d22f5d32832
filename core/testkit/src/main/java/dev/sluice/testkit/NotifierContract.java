package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sluice.partner.Notice;
import dev.sluice.partner.Notifier;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Notifier} keeps to; extend it and give one whose ways out are those of a test. */
public abstract class NotifierContract {
    /** The notifier, ready to tell. */
    protected abstract Notifier notifier();

    private void tell(Notice.Kind kind, String message) {
        boolean invited = kind == Notice.Kind.INVITED;
        notifier()
                .tell(new Notice(
                        kind,
                        "conn_1",
                        "seller",
                        invited ? Optional.empty() : Optional.of("buyer"),
                        invited ? Optional.of("buyer@example.com") : Optional.empty(),
                        message,
                        invited ? "token" : null,
                        invited ? Instant.parse("2026-02-05T15:00:00Z") : null));
    }

    /** Also those that are of no interest to it. */
    @Test
    protected void every_kind_of_notice_is_taken() {
        for (Notice.Kind kind : Notice.Kind.values()) {
            assertThatCode(() -> tell(kind, "a message")).as(kind.name()).doesNotThrowAnyException();
        }
    }

    /** Messages are written by accounts. */
    @Test
    protected void hostile_messages_do_no_harm() {
        for (String hostile : HostileTexts.all()) {
            assertThatCode(() -> tell(Notice.Kind.CHANGE_PROPOSED, hostile)).doesNotThrowAnyException();
        }
    }

    /** Accounts act at once. */
    @Test
    protected void threads_may_tell_at_once() {
        Race.run(8, runner -> () -> {
            tell(Notice.Kind.PAUSED, "from " + runner);
            return runner;
        });
    }
}
