package dev.sluice.internal.distribute;

import dev.sluice.delivery.Deadline;
import dev.sluice.delivery.Effect;
import dev.sluice.distribution.BuyerScorer;
import dev.sluice.distribution.ScoreRequest;
import dev.sluice.flow.Strategy;
import dev.sluice.internal.Calls.Call;
import dev.sluice.internal.Contender;
import dev.sluice.internal.LeadRun;
import dev.sluice.internal.pricing.Money;
import dev.sluice.internal.wiring.PluginFault;
import dev.sluice.types.At;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Scores that a host gives, asked side by side where it has an executor, all under one time-out. Whatever its scorer does,
 * each contender has a score or a reason for having none.
 *
 * @param step the distribution
 */
public record HostScores(String step, Strategy.Scorer definition, BuyerScorer scorer) implements ByScore.Scoring {

    @Override
    public List<Scored> score(LeadRun run, List<Contender> contenders, At at) {
        if (run.isPreview() && scorer.effect() != Effect.NONE) {
            return contenders.stream()
                    .map(contender -> Scored.none(contender, "Not asked in a preview"))
                    .toList();
        }
        Deadline deadline = Deadline.in(definition.timeout(), run.clock()::nanos);
        List<Supplier<Call<Scored>>> calls = new ArrayList<>(contenders.size());
        contenders.forEach(contender -> calls.add(() -> call(request(run, contender, at, deadline), contender)));
        return run.plan().calls().all(run, calls, deadline);
    }

    private ScoreRequest request(LeadRun run, Contender contender, At at, Deadline deadline) {
        return new ScoreRequest(
                run.plan().id(),
                step,
                run.leadId(),
                contender.scored(run.scope(), at),
                run.scope(),
                at,
                deadline,
                run.isTest());
    }

    private Call<Scored> call(ScoreRequest request, Contender contender) {
        return Call.of(() -> ask(request, contender), request.deadline(), begun -> late(contender));
    }

    private Scored ask(ScoreRequest request, Contender contender) {
        PluginFault.Answer<Scored> answer = PluginFault.guard(
                definition.plugin(),
                () -> judge(contender, scorer.score(request)),
                fault -> Scored.none(contender, fault));
        return request.deadline().passed() ? late(contender) : answer.value().withDetail(answer.detail());
    }

    private @Nullable Scored judge(Contender contender, @Nullable BigDecimal points) {
        if (points == null) {
            return null;
        }
        return Money.isPlain(points)
                ? Scored.of(contender, points)
                : Scored.none(contender, "Plugin " + definition.plugin() + " gave a number of too many digits");
    }

    private Scored late(Contender contender) {
        return Scored.none(contender, "Plugin " + definition.plugin() + " gave no answer in time");
    }
}
