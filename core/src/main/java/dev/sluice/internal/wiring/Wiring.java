package dev.sluice.internal.wiring;

import dev.sluice.SourceAuthenticator;
import dev.sluice.WorkingKeys;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.Enricher;
import dev.sluice.distribution.BuyerScorer;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.pricing.MetricsProvider;
import dev.sluice.pricing.PricingService;
import dev.sluice.rules.Rules;
import dev.sluice.templates.Templates;
import dev.sluice.types.FieldTypes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a host has wired, by name.
 *
 * @param ruleSettings puts the host's settings on every compiler of rules
 * @param workingKeys seal secret values of unfinished leads; null for one that ends with the process
 * @param files formats and transports of files
 * @param executor runs calls of plugins; null for the lead's own thread
 * @param commits makes leads durable while others run; null for the thread that submits
 */
public record Wiring(
        String account,
        Map<String, DeliveryPlugin> deliveries,
        Map<String, Enricher> enrichers,
        Map<String, PricingService> pricing,
        Map<String, BuyerScorer> scorers,
        @Nullable MetricsProvider metrics,
        FieldTypes types,
        Templates templates,
        UnaryOperator<Rules> ruleSettings,
        byte[] indexKey,
        @Nullable SourceAuthenticator authenticator,
        @Nullable Executor executor,
        @Nullable Executor commits,
        Duration submissionKeysKept,
        @Nullable WorkingKeys workingKeys,
        FileWiring files) {
    /** Batches of the host, beside those of the flow. */
    public List<BatchDefinition> batches() {
        return files.batches();
    }

    /** The key of an account whose host gives none. */
    public static byte[] guessableKey(String account) {
        return ("sluice " + account).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether values are hashed under a key that everybody knows. */
    public boolean hasGuessableKey() {
        return Arrays.equals(indexKey, guessableKey(account));
    }

    public Wiring {
        deliveries = Map.copyOf(deliveries);
        enrichers = Map.copyOf(enrichers);
        pricing = Map.copyOf(pricing);
        scorers = Map.copyOf(scorers);
    }
}
