package dev.sluice.delivery.testkit;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.Enricher;
import dev.sluice.delivery.Enrichment;
import dev.sluice.delivery.EnrichmentRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * A look-up that answers as it was told, in order, the last answer for ever, and remembers what it was asked. Safe on any
 * thread.
 */
public final class ScriptedEnricher implements Enricher {
    private final List<Enrichment> answers;
    private final List<EnrichmentRequest> asked = new ArrayList<>();

    private ScriptedEnricher(List<Enrichment> answers) {
        this.answers = answers;
    }

    /** A look-up with these answers. */
    public static ScriptedEnricher answering(Enrichment first, Enrichment... then) {
        List<Enrichment> answers = new ArrayList<>();
        answers.add(requireNonNull(first, "first"));
        answers.addAll(List.of(then));
        return new ScriptedEnricher(List.copyOf(answers));
    }

    @Override
    public synchronized Enrichment enrich(EnrichmentRequest request) {
        Enrichment answer = answers.get(Math.min(asked.size(), answers.size() - 1));
        asked.add(request);
        return answer;
    }

    /** Every question in its order. */
    public synchronized List<EnrichmentRequest> asked() {
        return List.copyOf(asked);
    }
}
