package dev.sluice.json.internal.step;

import dev.sluice.delivery.Backoff;
import dev.sluice.flow.Retry;
import dev.sluice.flow.Retry.Cause;
import dev.sluice.flow.Retry.Mode;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.json.internal.tree.Words;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How a delivery is tried again. */
final class RetryForm {
    static final Vocabulary KEYS = Vocabulary.of(
                    "a retry policy",
                    "maxAttempts",
                    "initialDelayMs",
                    "maxDelayMs",
                    "backoff",
                    "multiplier",
                    "jitterPercent",
                    "on",
                    "mode",
                    "budgetPercent")
            .alias("retryOn", "on");
    private static final Words<Cause> CAUSES = Words.<Cause>of("cause of a retry", "unknown_word")
            .with(Cause.SERVER_ERROR, "5xx", "server_error")
            .with(Cause.BUSY, "429", "busy")
            .with(Cause.TIMEOUT, "timeout", "timeouts")
            .with(Cause.CONNECTION, "connection", "network")
            .with(Cause.OTHER, "other");
    private static final Words<Mode> MODES = Words.<Mode>of("time of a retry", "unknown_word")
            .with(Mode.QUEUED, "queued")
            .with(Mode.INLINE, "inline", "in-line");
    private static final Words<BigDecimal> BACKOFFS = Words.<BigDecimal>of("back-off", "unknown_word")
            .with(Backoff.USUAL.multiplier(), "exponential")
            .with(BigDecimal.ONE, "fixed");

    private RetryForm() {}

    static Retry read(Node node) {
        Members members = node.members(KEYS);
        BigDecimal usual = members.or(
                "backoff", word -> word.word(BACKOFFS, Backoff.USUAL.multiplier()), Backoff.USUAL.multiplier());
        Backoff backoff = new Backoff(
                members.or("initialDelayMs", Node::duration, Backoff.USUAL.initial()),
                members.or("maxDelayMs", Node::duration, Backoff.USUAL.longest()),
                members.or("multiplier", Node::decimal, usual),
                members.or("jitterPercent", Node::smallInteger, 0));
        List<Cause> on = members.list("on", each -> each.word(CAUSES, Cause.OTHER));
        return new Retry(
                members.or("maxAttempts", Node::smallInteger, Retry.USUAL.maxAttempts()),
                backoff,
                on.isEmpty() ? Retry.USUAL.on() : EnumSet.copyOf(on),
                members.or("mode", word -> word.word(MODES, Mode.QUEUED), Mode.QUEUED),
                members.or("budgetPercent", Node::smallInteger, 0));
    }

    static Obj write(Retry retry) {
        Backoff backoff = retry.backoff();
        return new Out()
                .unless(Retry.USUAL.maxAttempts(), "maxAttempts", retry.maxAttempts(), Value::number)
                .unless(Backoff.USUAL.initial(), "initialDelayMs", backoff.initial(), Out::duration)
                .unless(Backoff.USUAL.longest(), "maxDelayMs", backoff.longest(), Out::duration)
                .unless(Backoff.USUAL.multiplier(), "multiplier", backoff.multiplier(), Num::of)
                .unless(0, "jitterPercent", backoff.jitterPercent(), Value::number)
                .unless(Retry.USUAL.on(), "on", retry.on(), RetryForm::causes)
                .unless(Mode.QUEUED, "mode", retry.mode(), mode -> Out.text(MODES.word(mode)))
                .unless(0, "budgetPercent", retry.budgetPercent(), Value::number)
                .done();
    }

    private static Value causes(Set<Cause> on) {
        return Value.list(Stream.of(Cause.values())
                .filter(on::contains)
                .map(cause -> Value.text(CAUSES.word(cause)))
                .toList());
    }
}
