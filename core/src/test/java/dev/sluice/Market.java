package dev.sluice;

import dev.sluice.delivery.Bid;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Buyers and services that answer the same whenever they are asked the same, and count who called them with which key. */
final class Market {
    private final Map<String, Integer> calls = new TreeMap<>();

    /** How often each delivery or look-up was made, by its key; {@code ext} in front when it left the process. */
    Map<String, Integer> calls() {
        return calls;
    }

    Sluice.Builder wire(Sluice.Builder host) {
        return host.delivery("outside", new Buyer(Effect.EXTERNAL))
                .delivery("inside", new Buyer(Effect.NONE))
                .enricher("paid", new Service(Effect.EXTERNAL))
                .enricher("free", new Service(Effect.REPEATABLE));
    }

    private void called(Effect effect, String key) {
        calls.merge((effect == Effect.EXTERNAL ? "ext " : "in ") + key, 1, Integer::sum);
    }

    /** A number from 0 to 99 that belongs to the text. */
    private static int chance(String text) {
        int hash = text.hashCode() * 0x9E3779B1;
        return Math.floorMod(hash ^ (hash >>> 15), 100);
    }

    private final class Buyer implements DeliveryPlugin {
        private final Effect effect;

        Buyer(Effect effect) {
            this.effect = effect;
        }

        @Override
        public Effect effect() {
            return effect;
        }

        @Override
        public Bid ping(DeliveryRequest request) {
            int chance = chance(request.delivery().key());
            BigDecimal price = BigDecimal.valueOf(10 + chance % 7);
            if (chance < 15) {
                return Bid.none("Not today");
            }
            return chance < 45 ? Bid.exclusive(price.add(BigDecimal.TEN)) : Bid.of(price);
        }

        @Override
        public DeliveryResult deliver(DeliveryRequest request) {
            String key = request.delivery().key();
            called(effect, key);
            int chance = chance(key);
            if (chance < 50) {
                return DeliveryResult.success().reference("ref-" + chance).append("score", chance);
            }
            if (chance < 80) {
                return DeliveryResult.failure("No room for " + chance);
            }
            return chance < 90 ? DeliveryResult.error("Broken") : DeliveryResult.unknown("Cut off");
        }
    }

    private final class Service implements Enricher {
        private final Effect effect;

        Service(Effect effect) {
            this.effect = effect;
        }

        @Override
        public Effect effect() {
            return effect;
        }

        @Override
        public Enrichment enrich(EnrichmentRequest request) {
            String asked = request.leadId() + ":" + request.input().text();
            called(effect, asked);
            int chance = chance(asked);
            if (chance < 70) {
                return Enrichment.of("grade", chance).cost(new BigDecimal("0.05"));
            }
            return chance < 85
                    ? Enrichment.failure("Nothing known").cost(new BigDecimal("0.01"))
                    : Enrichment.error("Out of order");
        }
    }
}
