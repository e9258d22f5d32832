package dev.sluice.delivery.testkit;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Bid;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.types.Obj;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A buyer in this process that answers as it was told and remembers what it got. The replies are used in their order, the last one for
 * ever. It honours keys: a lead that it has taken is taken once, however often it comes. Safe on any thread.
 * {@link ScriptedBuyerServer} is the same behind a socket.
 */
public final class ScriptedBuyer implements DeliveryPlugin {
    private final List<Reply> replies;
    private final Bid bid;
    private final Consumer<Duration> waiting;
    private final List<Received> received = new ArrayList<>();
    private final Map<String, Obj> taken = new LinkedHashMap<>();

    private ScriptedBuyer(List<Reply> replies, Bid bid, Consumer<Duration> waiting) {
        this.replies = replies;
        this.bid = bid;
        this.waiting = waiting;
    }

    /** What the buyer does with a lead. */
    public enum Reply {
        ACCEPT,
        REJECT,
        /** Breaks before it has the lead. */
        ERROR,
        /** Takes the lead, and its reply is lost. */
        LOSE_REPLY,
        /** Takes the lead, and its reply does not come in time. */
        SLOW,
        /** Says something that nobody understands, and has not taken the lead. */
        NONSENSE
    }

    /** One call. */
    public record Received(String key, int attempt, Obj lead, BigDecimal price) {}

    /** A buyer with these replies. */
    public static ScriptedBuyer replying(Reply first, Reply... then) {
        List<Reply> replies = new ArrayList<>();
        replies.add(requireNonNull(first, "first"));
        replies.addAll(List.of(then));
        return new ScriptedBuyer(List.copyOf(replies), Bid.none("no bid"), wait -> {});
    }

    /** A buyer that takes every lead. */
    public static ScriptedBuyer accepting() {
        return replying(Reply.ACCEPT);
    }

    /** A buyer with the same replies, a memory of its own, and this answer to every ping. */
    public ScriptedBuyer bidding(Bid offer) {
        return new ScriptedBuyer(replies, requireNonNull(offer, "offer"), waiting);
    }

    /** A buyer with the same replies, a memory of its own, that waits out deadlines by {@code wait}; by default it does not wait. */
    public ScriptedBuyer waiting(Consumer<Duration> wait) {
        return new ScriptedBuyer(replies, bid, requireNonNull(wait, "wait"));
    }

    @Override
    public synchronized DeliveryResult deliver(DeliveryRequest request) {
        Reply reply = replies.get(Math.min(received.size(), replies.size() - 1));
        String key = request.delivery().key();
        received.add(new Received(key, request.delivery().attempt(), request.lead(), request.price()));
        return switch (reply) {
            case ACCEPT -> take(request, DeliveryResult.success().reference("ref-" + key));
            case REJECT -> sent(request, DeliveryResult.failure("rejected by script"));
            case ERROR -> DeliveryResult.error("error by script");
            case LOSE_REPLY -> take(request, DeliveryResult.unknown("reply lost by script"));
            case SLOW -> slow(request);
            case NONSENSE -> sent(request, DeliveryResult.unknown("nonsense by script"));
        };
    }

    private DeliveryResult take(DeliveryRequest request, DeliveryResult result) {
        taken.putIfAbsent(request.delivery().key(), request.lead());
        return sent(request, result);
    }

    /** The wait is the caller's: with virtual time it costs nothing. */
    private DeliveryResult slow(DeliveryRequest request) {
        waiting.accept(request.delivery().deadline().left());
        return take(request, DeliveryResult.unknown("slow by script"));
    }

    private static DeliveryResult sent(DeliveryRequest request, DeliveryResult result) {
        request.delivery().sending();
        return result;
    }

    @Override
    public boolean announcesSending() {
        return true;
    }

    @Override
    public Bid ping(DeliveryRequest request) {
        return bid;
    }

    /** Every call in its order. */
    public synchronized List<Received> received() {
        return List.copyOf(received);
    }

    /** The leads that it took, by delivery key. */
    public synchronized Map<String, Obj> taken() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(taken));
    }
}
