package dev.sluice.internal;

import dev.sluice.distribution.Candidate;
import dev.sluice.distribution.Scores;
import dev.sluice.types.At;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The highest score first; who does not reach the least is passed over. */
record ByScore(@Nullable BigDecimal least) implements InOrder.Ordering {

    @Override
    public List<Contender> order(LeadRun run, List<Contender> contenders, Sale sale, At at) {
        Map<String, Contender> byId = new HashMap<>();
        List<Candidate> scored = new ArrayList<>(contenders.size());
        for (Contender contender : contenders) {
            Candidate candidate = contender.scored(run.scope(), at);
            byId.put(contender.id(), contender);
            if (least == null || candidate.score().compareTo(least) >= 0) {
                scored.add(candidate);
            } else {
                sale.passedOver(contender, "Score " + candidate.score().toPlainString() + " is below " + least);
            }
        }
        return Scores.order(scored).stream()
                .map(candidate -> byId.get(candidate.id()))
                .toList();
    }
}
