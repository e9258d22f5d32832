package dev.sluice.workbench.replay;

import dev.sluice.delivery.Bid;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.delivery.Outcome;
import dev.sluice.event.Event;
import dev.sluice.internal.digest.RequestDigests;
import dev.sluice.types.Bool;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands for all plugins of a flow while leads are replayed: gives the answers that were recorded of the lead, asks a
 * model where there is one, and else says that nobody knows. Reaches nobody. For one thread.
 */
final class Answers {
    static final String NOT_ASKED = "Response unknown: not asked then";

    /** By what it is decided whether a delivery is tried again. */
    private static final List<String> DECIDING = List.of("code", "response_code", "retry_after");

    private final ReplayTime time;
    private final RequestDigests digests;
    private final Named named;
    private final List<String> unknown = new ArrayList<>();
    private @Nullable RecordedLead lead;

    Answers(ReplayTime time, RequestDigests digests, Named named) {
        this.time = time;
        this.digests = digests;
        this.named = named;
    }

    /**
     * What the other flow says of those it names.
     *
     * @param entities of recipients that name one, by step
     * @param look the steps that use a look-up, by plugin
     * @param keys the keys of look-ups before acceptance, by plugin
     */
    record Named(Map<String, String> entities, Map<String, Set<String>> look, Map<String, String> keys) {}

    /** From here on it is about this lead. */
    void about(RecordedLead recorded) {
        lead = recorded;
        unknown.clear();
        time.begin(recorded.first().at());
    }

    /** Who was asked of this lead and could not answer. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    private RecordedLead lead() {
        if (lead == null) {
            throw new IllegalStateException("no lead is replayed");
        }
        return lead;
    }

    DeliveryPlugin delivery(String plugin, @Nullable DeliveryPlugin model) {
        return new DeliveryPlugin() {
            @Override
            public DeliveryResult deliver(DeliveryRequest request) {
                String step = request.delivery().recipient();
                return recorded(plugin, request)
                        .map(Answers.this::result)
                        .orElseGet(() -> model == null ? unknown(step) : model.deliver(request));
            }

            @Override
            public Bid ping(DeliveryRequest request) {
                String step = request.delivery().recipient();
                return lead().offer("bids", step)
                        .map(Answers::bid)
                        .orElseGet(() -> model == null ? noBid(step) : model.ping(request));
            }

            @Override
            public Effect effect() {
                return Effect.REPEATABLE;
            }
        };
    }

    private Optional<Event> recorded(String plugin, DeliveryRequest request) {
        String step = request.delivery().recipient();
        String entity = named.entities().getOrDefault(step, "");
        return lead().delivery(step, plugin, entity, request.delivery().attempt())
                .filter(event -> isSame(event, plugin, request));
    }

    /** Whether what was asked then is what would be asked now, as far as that was recorded. */
    private boolean isSame(Event event, String plugin, DeliveryRequest request) {
        Value then = event.facts().get("request_digest");
        return then.isAbsent() || then.equals(digests.of(Effect.REPEATABLE, plugin, request.config(), request.lead()));
    }

    private DeliveryResult unknown(String step) {
        unknown.add(step);
        return DeliveryResult.unknown(NOT_ASKED).detail("code", "response_unknown");
    }

    private Bid noBid(String step) {
        unknown.add(step);
        return Bid.none(NOT_ASKED);
    }

    private DeliveryResult result(Event event) {
        time.pass(event.durationMs());
        String reason = event.reason().orElse("");
        DeliveryResult result =
                switch (event.outcome().orElse(Outcome.ERROR)) {
                    case SUCCESS -> DeliveryResult.success();
                    case FAILURE, SKIP -> DeliveryResult.failure(reason);
                    case ERROR -> DeliveryResult.error(reason);
                    case UNKNOWN -> DeliveryResult.unknown(reason);
                };
        return completed(result, event);
    }

    private static DeliveryResult completed(DeliveryResult bare, Event event) {
        DeliveryResult result = bare;
        BigDecimal revenue = event.revenue().orElse(BigDecimal.ZERO);
        if (revenue.signum() > 0) {
            result = result.price(revenue);
        }
        if (event.facts().get("reference") instanceof Text reference) {
            result = result.reference(reference.value());
        }
        for (Map.Entry<String, Value> member : appended(event).members().entrySet()) {
            result = result.append(member.getKey(), member.getValue());
        }
        for (String name : DECIDING) {
            result = result.detail(name, event.detail().get(name));
        }
        return result;
    }

    /** What the answer added to the lead: what stands there after it and was not there before. */
    private static Obj appended(Event event) {
        Obj now = event.snapshot().section(Section.APPENDED);
        Obj then = event.before().map(scope -> scope.section(Section.APPENDED)).orElse(Obj.EMPTY);
        for (Map.Entry<String, Value> member : now.members().entrySet()) {
            if (member.getValue() instanceof Obj data && !data.equals(then.get(member.getKey()))) {
                return without(data);
            }
        }
        return Obj.EMPTY;
    }

    private static Obj without(Obj data) {
        Obj rest = Obj.EMPTY;
        for (Map.Entry<String, Value> member : data.members().entrySet()) {
            if (!Set.of("outcome", "reason").contains(member.getKey())) {
                rest = rest.with(member.getKey(), member.getValue());
            }
        }
        return rest;
    }

    private static Bid bid(Value recorded) {
        if (!(recorded.part("price") instanceof Num price)) {
            return Bid.none(recorded.part("reason").text());
        }
        return recorded.part("exclusive").equals(Bool.TRUE) ? Bid.exclusive(price.value()) : Bid.of(price.value());
    }

    Enricher enricher(String plugin, @Nullable Enricher model) {
        return new Enricher() {
            @Override
            public Enrichment enrich(EnrichmentRequest request) {
                return recorded(plugin).orElseGet(() -> {
                    if (model != null) {
                        return model.enrich(request);
                    }
                    unknown.add(plugin);
                    return Enrichment.error(NOT_ASKED);
                });
            }

            @Override
            public Effect effect() {
                return Effect.REPEATABLE;
            }
        };
    }

    private Optional<Enrichment> recorded(String plugin) {
        String key = named.keys().get(plugin);
        Optional<Enrichment> before = key == null
                ? Optional.empty()
                : lead().decision(plugin).map(fact -> decided(fact, lead().decided(key)));
        return before.or(() -> lead().lookUp(plugin, named.look().getOrDefault(plugin, Set.of()))
                .map(this::looked));
    }

    private Enrichment looked(Event event) {
        time.pass(event.durationMs());
        Outcome outcome = event.outcome().orElse(Outcome.ERROR);
        BigDecimal cost = event.cost().orElse(BigDecimal.ZERO);
        boolean cached = event.facts().get("cache_hit").equals(Bool.TRUE);
        return new Enrichment(outcome, event.reason().orElse(null), appended(event), cost, cached);
    }

    private Enrichment decided(Value fact, Obj data) {
        Outcome outcome = Outcome.valueOf(fact.part("outcome").text().toUpperCase(Locale.ROOT));
        String reason = fact.part("reason").text();
        BigDecimal cost = fact.part("cost") instanceof Num num ? num.value() : BigDecimal.ZERO;
        return new Enrichment(outcome, reason.isEmpty() ? null : reason, without(data), cost, false);
    }

    /** The score that was recorded; 0 where none was. */
    BigDecimal score(String recipient) {
        return lead().offer("scores", recipient)
                .map(score -> score.part("score") instanceof Num num ? num.value() : BigDecimal.ZERO)
                .orElseGet(() -> {
                    unknown.add(recipient);
                    return BigDecimal.ZERO;
                });
    }

    /** The price that the service named, as far as the event tells. */
    Optional<BigDecimal> price(String service) {
        return lead().quote(service)
                .filter(quote -> quote.part("fault").isAbsent())
                .flatMap(quote -> lead().amount());
    }
}
