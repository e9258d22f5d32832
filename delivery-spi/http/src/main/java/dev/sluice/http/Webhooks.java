package dev.sluice.http;

import dev.sluice.types.Obj;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Settings that were compiled. A flow gives the same object for each delivery, so that is what they are known by. */
final class Webhooks {
    /** Flows that are opened again and again leave their old settings behind; then all are compiled anew. */
    private static final int MOST = 20_000;

    private final Map<Same, Webhook> known = new ConcurrentHashMap<>();

    /** @throws InvalidRequestException when the settings are wrong */
    Webhook of(Obj config) {
        Same key = new Same(config);
        Webhook webhook = known.get(key);
        if (webhook == null) {
            webhook = Webhook.compile(config);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(key, webhook);
        }
        return webhook;
    }

    private record Same(Obj config) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Same same && same.config == config;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(config);
        }
    }
}
