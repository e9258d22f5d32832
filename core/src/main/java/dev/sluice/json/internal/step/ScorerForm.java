package dev.sluice.json.internal.step;

import dev.sluice.flow.Strategy.Scorer;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Node;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Vocabulary;
import dev.sluice.types.Obj;

/** A scorer of the host, by its name. */
public final class ScorerForm {
    public static final Vocabulary KEYS =
            Vocabulary.of("a scorer", "plugin", "timeoutMs").alias("timeout", "timeoutMs");

    private ScorerForm() {}

    static Scorer read(Node node) {
        Members members = node.members(KEYS);
        return new Scorer(members.text("plugin"), members.or("timeoutMs", Node::duration, Scorer.DEFAULT_TIMEOUT));
    }

    static Obj write(Scorer scorer) {
        return new Out()
                .text("plugin", scorer.plugin())
                .unless(Scorer.DEFAULT_TIMEOUT, "timeoutMs", scorer.timeout(), Out::duration)
                .done();
    }
}
