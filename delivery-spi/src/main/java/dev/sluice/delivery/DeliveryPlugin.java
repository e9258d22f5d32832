package dev.sluice.delivery;

import dev.sluice.types.Obj;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hands leads to a recipient. A host wires it by name ({@code .delivery("webhook", plugin)}), recipients of a flow name it.
 *
 * <p>Threads: {@link #deliver} is called on the thread that submits the lead, or on the host's executor; one plugin serves
 * many leads at once. It may block until {@link Delivery#deadline()}.
 *
 * <p>Repeats: the same {@link Delivery#key()} may come again after an error, a lost reply or a crash; pass it on so that the
 * recipient can tell.
 *
 * <p>Faults: answer with {@link DeliveryResult#error} or {@link DeliveryResult#unknown}. An exception, or null, is
 * recorded with its class: as unknown when the lead may have arrived (see {@link #announcesSending}), else as an error.
 *
 * <p>Recorded: outcome, reason, price, reference, duration, appended data and {@link DeliveryResult#detail()}.
 */
@FunctionalInterface
public interface DeliveryPlugin {

    /** Delivers one lead; never null. */
    DeliveryResult deliver(DeliveryRequest request);

    /**
     * Asks what the recipient would pay, without personal values; no bid by default. Called like {@link #deliver}, but
     * never retried; a lost answer is no bid.
     *
     * @param request its lead holds only what the flow lets a ping carry
     */
    default Bid ping(DeliveryRequest request) {
        return Bid.none("no bid");
    }

    /**
     * Asks what became of a delivery whose reply was lost: a success, a failure when the recipient does not have the lead,
     * anything else while it cannot say. Empty, the default, when recipients cannot be asked.
     */
    default Optional<DeliveryResult> status(DeliveryStatusQuery query) {
        return Optional.empty();
    }

    /** What a delivery does to the world; {@link Effect#EXTERNAL} by default. */
    default Effect effect() {
        return Effect.EXTERNAL;
    }

    /**
     * Whether {@link #deliver} calls {@link Delivery#sending()} right before the first byte leaves, so that a fault before
     * that call is known to have sent nothing. False by default: every fault is then taken to have sent.
     */
    default boolean announcesSending() {
        return false;
    }

    /**
     * Checks settings when a flow opens; none is wrong by default.
     *
     * @param config the settings as written; templates are not rendered yet
     * @return what is wrong, with JSON pointers relative to the settings
     */
    default List<ConfigProblem> check(Obj config) {
        return List.of();
    }

    /**
     * Why the recipient takes no leads at all for now; empty when it does, which is the default. Asked for each lead before
     * anything is reserved, so it must be quick; the recipient is then passed over, and the reason recorded. A fault here
     * is taken for a yes: {@link #deliver} will tell.
     */
    default Optional<String> closed(Obj config) {
        return Optional.empty();
    }

    /** The names that answers may append, for checks and speed; empty means any. */
    default Set<String> outputs() {
        return Set.of();
    }

    /** {@code plugin} as one that touches nothing outside this process: stubs and tests. It is not waited for, and previews call it. */
    static DeliveryPlugin inProcess(DeliveryPlugin plugin) {
        return new InProcessDelivery(plugin);
    }
}
