package dev.sluice.internal.distribute;

import dev.sluice.distribution.Candidate;
import dev.sluice.distribution.Scores;
import dev.sluice.event.Event;
import dev.sluice.internal.Contender;
import dev.sluice.internal.LeadRun;
import dev.sluice.types.Arr;
import dev.sluice.types.At;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The highest score first, those without one last; who does not reach the least is passed over. */
public record ByScore(@Nullable BigDecimal least, Scoring scoring) implements InOrder.Ordering {

    /** Gives each contender its score, in their order. */
    public interface Scoring {
        List<Scored> score(LeadRun run, List<Contender> contenders, At at);
    }

    /** By the scores that the flow gives. */
    public static List<Scored> own(LeadRun run, List<Contender> contenders, At at) {
        return contenders.stream()
                .map(contender -> Scored.of(contender, contender.points(run.scope(), at)))
                .toList();
    }

    @Override
    public Event plan(Planning planning) {
        List<Scored> scores = scoring.score(planning.run(), planning.contenders(), planning.at());
        List<Scored> able = new ArrayList<>(scores.size());
        for (Scored scored : scores) {
            String obstacle = scored.obstacle(least);
            if (obstacle == null) {
                able.add(scored);
            } else {
                planning.passOver(scored.contender(), obstacle);
            }
        }
        List<Value> facts = scores.stream().map(Scored::facts).toList();
        Obj told = Obj.EMPTY.with("scores", Arr.of(facts));
        return planning.record(new Planning.Order(bestFirst(able), told, Scored.details(scores)));
    }

    private static List<Contender> bestFirst(List<Scored> able) {
        Map<String, Contender> byId = new HashMap<>();
        List<Candidate> scored = new ArrayList<>(able.size());
        List<Contender> last = new ArrayList<>();
        for (Scored each : able) {
            byId.put(each.contender().id(), each.contender());
            each.candidate().ifPresentOrElse(scored::add, () -> last.add(each.contender()));
        }
        List<Contender> order = new ArrayList<>(able.size());
        Scores.order(scored).forEach(candidate -> order.add(byId.get(candidate.id())));
        order.addAll(last);
        return order;
    }
}
