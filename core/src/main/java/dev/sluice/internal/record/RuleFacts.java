package dev.sluice.internal.record;

import dev.sluice.rules.Decision;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Shape;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.stream.Stream;

/** What an event keeps of a decision: the rule set, how many clauses were looked at, and how each of them came out. */
public final class RuleFacts {
    private static final Shape SHAPE = Shape.of("rule_set", "rules_evaluated", "clauses");
    private static final Shape OF_FILTER = Shape.of("rule_set", "rules_evaluated", "clauses", "action", "lead_outcome");

    private RuleFacts() {}

    public static Obj of(String ruleSet, Decision decision) {
        return Obj.of(SHAPE, new Text(ruleSet), Num.of(decision.evaluated()), new Text(hex(decision.results())));
    }

    /** With what a filter did: how the lead goes on, and its outcome when it is stopped. */
    public static Obj of(String ruleSet, Decision decision, Value action, Value leadOutcome) {
        return Obj.of(
                OF_FILTER,
                new Text(ruleSet),
                Num.of(decision.evaluated()),
                new Text(hex(decision.results())),
                action,
                leadOutcome);
    }

    /** Two bits a clause, 64 bits a word, in hex. */
    private static String hex(long[] words) {
        StringBuilder hex = new StringBuilder(words.length * 17);
        for (long word : words) {
            hex.append(hex.isEmpty() ? "" : ".").append(Long.toHexString(word));
        }
        return hex.toString();
    }

    /** The words that {@link #hex} wrote. */
    public static long[] words(String hex) {
        return hex.isEmpty()
                ? new long[0]
                : Stream.of(hex.split("\\."))
                        .mapToLong(word -> Long.parseUnsignedLong(word, 16))
                        .toArray();
    }
}
