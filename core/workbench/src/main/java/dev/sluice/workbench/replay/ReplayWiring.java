package dev.sluice.workbench.replay;

import dev.sluice.Sluice;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.Enricher;
import dev.sluice.distribution.BuyerScorer;
import dev.sluice.flow.DistributeStep;
import dev.sluice.flow.EnhancementStep;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.flow.FlowLayout;
import dev.sluice.flow.LookUp;
import dev.sluice.flow.Pricing;
import dev.sluice.flow.RecipientStep;
import dev.sluice.flow.SourceDefinition;
import dev.sluice.flow.StepDefinition;
import dev.sluice.flow.Strategy;
import dev.sluice.internal.digest.RequestDigests;
import dev.sluice.internal.digest.Tokens;
import dev.sluice.pricing.PriceQuote;
import dev.sluice.pricing.PricingService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A flow among recorded answers: everything that it names is there, and nothing of it is real. For one thread. */
final class ReplayWiring {
    private final FlowDefinition flow;
    private final Map<String, DeliveryPlugin> buyers;
    private final Map<String, Enricher> lookUps;
    private final Map<String, String> entities = new HashMap<>();
    private final Map<String, Set<String>> look = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final ReplayTime time = new ReplayTime();
    private final Chance chance = new Chance();
    private final Answers answers;
    private String leadId = "";

    ReplayWiring(
            FlowDefinition flow, byte[] indexKey, Map<String, DeliveryPlugin> buyers, Map<String, Enricher> lookUps) {
        this.flow = proved(flow);
        this.buyers = buyers;
        this.lookUps = lookUps;
        this.answers =
                new Answers(time, new RequestDigests(new Tokens(indexKey)), new Answers.Named(entities, look, keys));
    }

    /** Who was let in then need not prove itself again: what it proved itself by is not recorded. */
    private static FlowDefinition proved(FlowDefinition flow) {
        List<SourceDefinition> sources = flow.sources().stream()
                .map(source -> source.toBuilder().authenticationRequired(false).build())
                .toList();
        return flow.toBuilder().sources(sources).build();
    }

    FlowDefinition flow() {
        return flow;
    }

    /** From here on it is about this lead. */
    void about(RecordedLead lead) {
        leadId = lead.id();
        chance.of(lead.random());
        answers.about(lead);
    }

    ReplayTime time() {
        return time;
    }

    List<String> unknown() {
        return answers.unknown();
    }

    Sluice.Builder wire(Sluice.Builder host) {
        AtomicLong others = new AtomicLong();
        host.time(time)
                .random(chance)
                .ids(kind -> kind.equals("lead_") ? leadId : kind + "replayed_" + others.incrementAndGet());
        FlowLayout.allSteps(flow).forEach(step -> step(step, host));
        for (LookUp lookUp : flow.decisions().lookUps()) {
            keys.put(lookUp.enricher(), lookUp.key());
            host.enricher(lookUp.enricher(), answers.enricher(lookUp.enricher(), lookUps.get(lookUp.enricher())));
        }
        Stream.concat(Stream.of(flow.pricing()), flow.sources().stream().map(SourceDefinition::pricing))
                .map(Pricing::service)
                .forEach(service -> pricing(service, host));
        return host;
    }

    private void step(StepDefinition step, Sluice.Builder host) {
        if (step instanceof RecipientStep recipient) {
            if (recipient.entity() != null) {
                entities.put(recipient.id(), recipient.entity().id());
            }
            host.delivery(recipient.plugin(), answers.delivery(recipient.plugin(), buyers.get(recipient.plugin())));
        } else if (step instanceof EnhancementStep enhancement) {
            look.computeIfAbsent(enhancement.enricher(), plugin -> new HashSet<>())
                    .add(enhancement.id());
            host.enricher(
                    enhancement.enricher(),
                    answers.enricher(enhancement.enricher(), lookUps.get(enhancement.enricher())));
        } else if (step instanceof DistributeStep distribution
                && distribution.strategy() instanceof Strategy.Score score
                && score.scorer() != null) {
            BuyerScorer recorded = request -> answers.score(request.candidate().id());
            host.scorer(score.scorer().plugin(), BuyerScorer.inProcess(recorded));
        }
    }

    private void pricing(Pricing.@Nullable Service service, Sluice.Builder host) {
        if (service != null) {
            PricingService recorded =
                    request -> answers.price(service.name()).map(PriceQuote::of).orElse(PriceQuote.NONE);
            host.pricing(service.name(), recorded);
        }
    }
}
