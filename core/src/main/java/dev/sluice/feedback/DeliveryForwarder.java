package dev.sluice.feedback;

import static java.util.Objects.requireNonNull;

import dev.sluice.Time;
import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Outcome;
import dev.sluice.types.At;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * Passes feedback on by what delivers leads: a webhook, a message. What is sent is {@code lead_id event_id type value reason
 * revenue at}; templates of its settings read the lead, and what was said under {@code feedback}. Immutable; as safe on
 * several threads as the plugin.
 */
public final class DeliveryForwarder implements FeedbackForwarder {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final DeliveryPlugin plugin;
    private final Obj settings;
    private final Time time;
    private final Duration timeout;

    private DeliveryForwarder(DeliveryPlugin plugin, Obj settings, Time time, Duration timeout) {
        this.plugin = plugin;
        this.settings = settings;
        this.time = time;
        this.timeout = timeout;
    }

    /**
     * By a plugin with these settings, as a recipient of a flow would have them; a source has 30 seconds to answer.
     *
     * @throws IllegalArgumentException if the plugin cannot use the settings; the message says each reason and its place
     */
    public static DeliveryForwarder by(DeliveryPlugin plugin, Obj settings, Time time) {
        plugin.check(settings).stream().findFirst().ifPresent(problem -> {
            throw new IllegalArgumentException("settings for forwarding cannot be used: " + plugin.check(settings));
        });
        return new DeliveryForwarder(plugin, settings, requireNonNull(time, "time"), TIMEOUT);
    }

    /** The same with another time to answer. */
    public DeliveryForwarder within(Duration most) {
        return new DeliveryForwarder(plugin, settings, time, requireNonNull(most, "most"));
    }

    /** A source whose answer is lost has not taken it; the key lets it tell the same feedback when it comes again. */
    @Override
    public Answer forward(Forward feedback) {
        DeliveryResult result = plugin.deliver(request(feedback));
        Outcome outcome = result.outcome() == Outcome.UNKNOWN ? Outcome.ERROR : result.outcome();
        return new Answer(outcome, result.reason());
    }

    private DeliveryRequest request(Forward feedback) {
        Delivery delivery = Delivery.of(feedback.leadId(), feedback.source(), feedback.key())
                .account(feedback.account())
                .test(feedback.test())
                .attempt(1)
                .at(At.utc(time.instant()))
                .deadline(Deadline.in(timeout, time::nanos))
                .build();
        return new DeliveryRequest(said(feedback), feedback.lead(), settings, delivery, BigDecimal.ZERO);
    }

    private static Obj said(Forward feedback) {
        FeedbackItem item = feedback.item();
        Obj said = Obj.EMPTY
                .with("lead_id", new Text(feedback.leadId()))
                .with("event_id", new Text(item.eventId()))
                .with("type", new Text(item.type()));
        said = text(said, "value", item.value());
        said = text(said, "reason", item.reason());
        said = item.revenue().isPresent()
                ? said.with("revenue", Num.of(item.revenue().get()))
                : said;
        return text(said, "at", item.at().map(Object::toString));
    }

    private static Obj text(Obj said, String name, Optional<String> text) {
        return text.isEmpty() ? said : said.with(name, new Text(text.get()));
    }
}
