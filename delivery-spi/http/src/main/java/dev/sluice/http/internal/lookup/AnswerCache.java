package dev.sluice.http.internal.lookup;

import dev.sluice.delivery.Enrichment;
import dev.sluice.types.Obj;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers of look-ups by their question, the 10,000 that were used last. Safe on any thread. */
public final class AnswerCache {
    private static final int MOST = 10_000;

    private final Map<Question, Kept> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Kept> eldest) {
            return size() > MOST;
        }
    };

    private record Question(Lookup lookup, Obj input) {}

    private record Kept(Enrichment answer, Instant until) {}

    /** The answer that is still good, as one that costs nothing. */
    public synchronized Optional<Enrichment> get(Lookup lookup, Obj input, Instant now) {
        Kept kept = answers.get(new Question(lookup, input));
        return kept == null || !now.isBefore(kept.until)
                ? Optional.empty()
                : Optional.of(kept.answer.cost(BigDecimal.ZERO).fromCache());
    }

    public synchronized void put(Lookup lookup, Obj input, Enrichment answer, Instant now) {
        answers.put(new Question(lookup, input), new Kept(answer, now.plus(lookup.cacheTtl())));
    }
}
