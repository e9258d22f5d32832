package dev.sluice.http;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.Delivery;
import dev.sluice.delivery.DeliveryRequest;
import dev.sluice.delivery.DeliveryResult;
import dev.sluice.delivery.Effect;
import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import dev.sluice.delivery.Outcome;
import dev.sluice.http.internal.lookup.AnswerCache;
import dev.sluice.http.internal.lookup.Lookup;
import dev.sluice.http.internal.lookup.Lookups;
import dev.sluice.http.internal.lookup.Waterfall;
import dev.sluice.types.Obj;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks leads up over HTTP. Its settings are those of {@link WebhookDelivery}, read by the same parts, and beside them:
 *
 * <ul>
 *   <li>{@code cost}: what an answer costs; 0 by default. Answers out of the cache cost nothing, nor do errors.
 *   <li>{@code cacheTtl}: how long an answer may be given again to the same question, as {@code PT24H}; never by default.
 *       Errors are not kept.
 *   <li>{@code dailyBudget}: what all answers of a day, by the flow's zone, may cost; without a limit by default. Then the
 *       provider is not asked until the next day. Counted in memory, by each process for itself.
 *   <li>{@code name}: what following steps read as {@code provider}; nothing by default.
 *   <li>{@code defaults}: data for following steps when there is no answer.
 *   <li>{@code providers}: several such settings, each for a provider of its own; they are asked in this order until one
 *       answers. Beside it only {@code defaults} may stand.
 * </ul>
 *
 * Templates of the settings read the mapped values of the step, as fields. Safe on any thread.
 */
public final class HttpEnricher implements Enricher {
    private final WebhookDelivery webhook;
    private final Effect effect;
    private final Lookups lookups;
    private final AnswerCache cache = new AnswerCache();

    private HttpEnricher(WebhookDelivery webhook, Effect effect) {
        this.webhook = requireNonNull(webhook, "webhook");
        this.effect = effect;
        this.lookups = new Lookups(webhook.presets());
    }

    /** Look-ups that may be repeated after a crash. */
    public static HttpEnricher over(WebhookDelivery webhook) {
        return new HttpEnricher(webhook, Effect.REPEATABLE);
    }

    /** Look-ups that cost, so that their intent is durable before they are made. */
    public static HttpEnricher paidOver(WebhookDelivery webhook) {
        return new HttpEnricher(webhook, Effect.EXTERNAL);
    }

    @Override
    public Effect effect() {
        return effect;
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        List<ConfigProblem> problems = new ArrayList<>();
        try {
            List<Obj> settings = Waterfall.settings(config);
            for (int i = 0; i < settings.size(); i++) {
                String place = Waterfall.place(config, i);
                webhook.check(Lookup.webhookOf(Waterfall.filled(settings.get(i), place, webhook.presets())))
                        .forEach(problem -> problems.add(
                                new ConfigProblem(place + problem.pointer(), problem.code(), problem.text())));
            }
            Waterfall.of(config, webhook.presets());
        } catch (InvalidRequestException wrong) {
            problems.add(new ConfigProblem(wrong.pointer(), "invalid_setting", wrong.text()));
        }
        return problems;
    }

    @Override
    public Enrichment enrich(EnrichmentRequest request) {
        Waterfall waterfall;
        try {
            waterfall = lookups.of(request.config());
        } catch (InvalidRequestException wrong) {
            return Enrichment.error("Not asked: " + wrong.text());
        }
        BigDecimal cost = BigDecimal.ZERO;
        Enrichment last = Enrichment.error("No provider");
        for (Lookup provider : waterfall.providers()) {
            Enrichment answer = known(provider, request);
            cost = cost.add(answer.cost());
            if (answer.outcome() == Outcome.SUCCESS) {
                return named(provider, answer).cost(cost);
            }
            last = last.outcome() == Outcome.FAILURE ? last : answer;
        }
        return new Enrichment(last.outcome(), last.reason(), waterfall.defaults(), cost, last.cached());
    }

    private static Enrichment named(Lookup provider, Enrichment answer) {
        return provider.name().isEmpty() ? answer : answer.and("provider", provider.name());
    }

    private Enrichment known(Lookup provider, EnrichmentRequest request) {
        if (!provider.keepsAnswers()) {
            return asked(provider, request);
        }
        Optional<Enrichment> known =
                cache.get(provider, request.input(), request.at().instant());
        if (known.isPresent()) {
            return known.get();
        }
        Enrichment answer = asked(provider, request);
        if (answer.outcome() != Outcome.ERROR) {
            cache.put(provider, request.input(), answer, request.at().instant());
        }
        return answer;
    }

    private Enrichment asked(Lookup provider, EnrichmentRequest request) {
        if (request.deadline().passed()) {
            return Enrichment.error("No time left to ask");
        }
        if (!provider.budget().take(provider.cost(), request.at())) {
            return Enrichment.error("Daily budget of the provider is spent");
        }
        Enrichment answer = answer(provider, webhook.deliver(question(provider, request)));
        if (answer.outcome() == Outcome.ERROR) {
            provider.budget().giveBack(provider.cost());
        }
        return answer;
    }

    private static DeliveryRequest question(Lookup lookup, EnrichmentRequest request) {
        Delivery delivery = Delivery.of(request.leadId(), "lookup", request.leadId())
                .at(request.at())
                .deadline(request.deadline())
                .test(request.test())
                .build();
        Scope scope = Scope.EMPTY.with(Section.LEAD, request.input());
        return new DeliveryRequest(request.input(), scope, lookup.webhook(), delivery, BigDecimal.ZERO);
    }

    private static Enrichment answer(Lookup lookup, DeliveryResult result) {
        String reason = result.reason().orElse("No answer");
        return switch (result.outcome()) {
            case SUCCESS -> Enrichment.of(result.appended()).cost(lookup.cost());
            case FAILURE -> Enrichment.failure(reason).cost(lookup.cost());
            default -> Enrichment.error(reason);
        };
    }
}
