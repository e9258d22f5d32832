package dev.sluice;

import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.RowFormat;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.ZipEncryption;
import dev.sluice.distribution.BuyerScorer;
import dev.sluice.flow.BatchDefinition;
import dev.sluice.internal.open.Opening;
import dev.sluice.internal.wiring.FileWiring;
import dev.sluice.internal.wiring.Wiring;
import dev.sluice.pricing.MetricsProvider;
import dev.sluice.pricing.PricingService;
import dev.sluice.rules.Rules;
import dev.sluice.store.Durability;
import dev.sluice.store.MemoryStore;
import dev.sluice.store.Store;
import dev.sluice.templates.Templates;
import dev.sluice.types.FieldTypes;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What {@link Sluice.Builder} has been given so far, with the default of everything. */
final class HostSettings {
    String account = "default";
    Store store = MemoryStore.create();
    Durability durability = Durability.MEMORY;

    final Map<String, DeliveryPlugin> deliveries = new LinkedHashMap<>();
    final Map<String, Enricher> enrichers = new LinkedHashMap<>();
    final Map<String, PricingService> pricing = new LinkedHashMap<>();
    final Map<String, BuyerScorer> scorers = new LinkedHashMap<>();

    @Nullable MetricsProvider metrics;

    @Nullable SourceAuthenticator authenticator;

    final List<BatchDefinition> batches = new ArrayList<>();
    final Map<String, RowFormat> formats = new LinkedHashMap<>();
    final Map<String, Transport> transports = new LinkedHashMap<>();

    @Nullable ZipEncryption encryption;

    Path spool = Path.of(System.getProperty("java.io.tmpdir"));

    @Nullable Path archive;

    Duration archiveFor = Duration.ZERO;

    FieldTypes types = FieldTypes.standard();
    Templates templates = Templates.standard();
    private UnaryOperator<Rules> ruleSettings = UnaryOperator.identity();

    Time time = Time.system();

    @Nullable Ids ids;

    @Nullable RandomGenerator random;

    @Nullable Executor executor;

    @Nullable Executor commits;

    Background background = Background.NONE;

    byte @Nullable [] indexKey;

    @Nullable WorkingKeys workingKeys;

    Duration submissionKeysKept = Duration.ofDays(30);

    /** Puts further settings on every compiler of rules. */
    void rules(UnaryOperator<Rules> more) {
        UnaryOperator<Rules> before = ruleSettings;
        ruleSettings = rules -> more.apply(before.apply(rules));
    }

    /** {@code time} when it is positive. */
    static Duration some(Duration time, String what) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(what + " are kept for some time, not " + time);
        }
        return time;
    }

    /** @throws IllegalStateException if the store promises less than is demanded */
    Opening opening() {
        if (store.durability().compareTo(durability) < 0) {
            throw new IllegalStateException("the store promises " + store.durability() + ", and " + durability
                    + " is demanded: bring another store");
        }
        RandomGenerator chance = random == null ? new SplittableRandom(new SecureRandom().nextLong()) : random;
        return new Opening(wiring(), store, time, ids == null ? Ids.timeOrdered(time, chance.nextLong()) : ids, chance);
    }

    private Wiring wiring() {
        return new Wiring(
                account,
                deliveries,
                enrichers,
                pricing,
                scorers,
                metrics,
                types,
                templates,
                ruleSettings,
                indexKey == null ? Wiring.guessableKey(account) : indexKey,
                authenticator,
                executor,
                commits,
                submissionKeysKept,
                workingKeys,
                new FileWiring(batches, formats, transports, encryption, spool, archive, archiveFor));
    }
}
